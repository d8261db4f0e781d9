package plantrail.query.budgets;

import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import plantrail.kernel.message.Actor;
import plantrail.query.platform.Paging;
import plantrail.query.platform.Queries;
import plantrail.query.platform.Tagged;
import plantrail.query.platform.When;

/** Budgets over HTTP. */
@RestController
class BudgetEndpoint {
  private final Queries queries;

  BudgetEndpoint(Queries queries) {
    this.queries = queries;
  }

  @GetMapping("/api/budgets")
  BudgetPage findBudgets(
      Actor reader,
      @ParameterObject When when,
      @ParameterObject FindBudgets.Filter filter,
      @ParameterObject Paging paging) {
    return queries.ask(new FindBudgets(reader, when, filter, paging), BudgetPage.class);
  }

  @GetMapping("/api/budgets/{id}")
  ResponseEntity<BudgetAnswer> getBudget(
      Actor reader, @ParameterObject When when, @PathVariable String id) {
    BudgetAnswer budget = queries.ask(new GetBudget(reader, when, id), BudgetAnswer.class);
    return Tagged.answer(budget, budget.asOf(), reader);
  }
}
