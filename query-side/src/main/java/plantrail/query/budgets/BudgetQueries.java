package plantrail.query.budgets;

import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import plantrail.kernel.message.Refusal;
import plantrail.query.agencies.AgenciesProjection;
import plantrail.query.history.HistoryProjection;
import plantrail.query.history.HistoryTable;
import plantrail.query.planregister.PlanRegisterProjection;
import plantrail.query.platform.Moments;

/** Answers about budgets. */
@Component
public class BudgetQueries {
  private static final Set<String> READS =
      Set.of(
          BudgetsProjection.GROUP,
          PlanRegisterProjection.GROUP,
          AgenciesProjection.GROUP,
          HistoryProjection.GROUP);

  private final BudgetTable budgets;
  private final HistoryTable history;
  private final Moments moments;

  public BudgetQueries(BudgetTable budgets, HistoryTable history, Moments moments) {
    this.budgets = budgets;
    this.history = history;
    this.moments = moments;
  }

  @QueryHandler
  public BudgetPage handle(FindBudgets query) {
    return moments.read(
        query.when(),
        READS,
        moment -> {
          var found = budgets.find(query.filter(), query.paging(), query.reader(), moment);
          return new BudgetPage(
              found.items(),
              query.paging().number(),
              query.paging().limit(),
              found.total(),
              found.capped(),
              moment.asOf());
        });
  }

  @QueryHandler
  public BudgetAnswer handle(GetBudget query) {
    return moments.read(
        query.when(),
        READS,
        moment -> {
          BudgetView budget = budgets.get(query.id(), query.reader(), moment);
          if (budget == null) {
            throw Refusal.notFound(query.id());
          }
          return new BudgetAnswer(budget, history.timeline(budget.id(), moment), moment.asOf());
        });
  }
}
