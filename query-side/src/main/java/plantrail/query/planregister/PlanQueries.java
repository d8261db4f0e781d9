package plantrail.query.planregister;

import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import plantrail.kernel.message.Refusal;
import plantrail.query.agencies.AgenciesProjection;
import plantrail.query.platform.Moments;
import plantrail.query.reportmatrix.ReportMatrixProjection;
import plantrail.query.taskboard.TaskBoardProjection;

/** Answers about plans. */
@Component
public class PlanQueries {
  private static final Set<String> READS =
      Set.of(
          PlanRegisterProjection.GROUP,
          TaskBoardProjection.GROUP,
          ReportMatrixProjection.GROUP,
          AgenciesProjection.GROUP);

  private final PlanTable plans;
  private final Moments moments;

  public PlanQueries(PlanTable plans, Moments moments) {
    this.plans = plans;
    this.moments = moments;
  }

  @QueryHandler
  public PlanPage handle(FindPlans query) {
    return moments.read(
        query.when(),
        READS,
        moment -> {
          var found = plans.find(query.filter(), query.paging(), query.reader(), moment);
          return new PlanPage(
              found.items(),
              query.paging().number(),
              query.paging().limit(),
              found.total(),
              found.capped(),
              moment.asOf());
        });
  }

  @QueryHandler
  public PlanAnswer handle(GetPlan query) {
    return moments.read(
        query.when(),
        READS,
        moment -> {
          PlanAnswer plan = plans.get(query.id(), query.reader(), moment);
          if (plan == null) {
            throw Refusal.notFound(query.id());
          }
          return plan;
        });
  }

  @QueryHandler
  public PlanName handle(NamePlan query) {
    return moments.read(
        query.when(),
        READS,
        moment -> new PlanName(query.id(), plans.document(query.id(), query.reader(), moment)));
  }
}
