package plantrail.query.pages;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import plantrail.kernel.message.Actor;
import plantrail.query.overview.GetOverview;
import plantrail.query.overview.Overview;
import plantrail.query.platform.Queries;
import plantrail.query.platform.When;

/** The figures of all plans that one may see. */
@Controller
class OverviewScreen {
  private final Queries queries;

  OverviewScreen(Queries queries) {
    this.queries = queries;
  }

  @GetMapping("/")
  String overview(Actor me, When when, GetOverview.Filter filter, Model model) {
    Overview overview = queries.ask(new GetOverview(me, when, filter), Overview.class);
    model.addAttribute("overview", overview);
    model.addAttribute("chart", MonthChart.of(overview.months()));
    return "overview";
  }
}
