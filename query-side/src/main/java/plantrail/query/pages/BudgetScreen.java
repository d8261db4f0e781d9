package plantrail.query.pages;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import plantrail.kernel.message.Actor;
import plantrail.query.budgets.BudgetPage;
import plantrail.query.budgets.FindBudgets;
import plantrail.query.platform.Paging;
import plantrail.query.platform.Queries;
import plantrail.query.platform.When;

/** The register of budgets. */
@Controller
class BudgetScreen {
  private final Queries queries;

  BudgetScreen(Queries queries) {
    this.queries = queries;
  }

  @GetMapping("/budgets")
  String budgets(Actor me, When when, FindBudgets.Filter filter, Paging paging, Model model) {
    model.addAttribute(
        "found", queries.ask(new FindBudgets(me, when, filter, paging), BudgetPage.class));
    return "budgets";
  }
}
