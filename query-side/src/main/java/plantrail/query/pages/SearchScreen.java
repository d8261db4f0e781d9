package plantrail.query.pages;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import plantrail.kernel.message.Actor;
import plantrail.query.planregister.FindPlans;
import plantrail.query.planregister.PlanPage;
import plantrail.query.platform.Paging;
import plantrail.query.platform.Queries;
import plantrail.query.platform.When;
import plantrail.query.reportmatrix.FindReports;
import plantrail.query.reportmatrix.ReportPage;
import plantrail.query.taskboard.FindTasks;
import plantrail.query.taskboard.TaskPage;

/** What is found of plans, tasks and reports: the first few of each, the rest in the lists. */
@Controller
class SearchScreen {
  private static final int FEW = 6;

  private final Queries queries;

  SearchScreen(Queries queries) {
    this.queries = queries;
  }

  @GetMapping("/search")
  String search(Actor me, When when, Paging paging, Model model) {
    if (paging.q() != null) {
      Paging few = new Paging(0, FEW, null, paging.q());
      model.addAttribute(
          "plans",
          queries.ask(new FindPlans(me, when, FindPlans.Filter.NONE, few), PlanPage.class));
      model.addAttribute(
          "tasks",
          queries.ask(new FindTasks(me, when, FindTasks.Filter.NONE, few), TaskPage.class));
      model.addAttribute(
          "reports",
          queries.ask(new FindReports(me, when, FindReports.Filter.NONE, few), ReportPage.class));
    }
    return "search";
  }
}
