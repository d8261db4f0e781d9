package plantrail.query.pages;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import plantrail.kernel.message.Actor;
import plantrail.query.agencies.AgencyAnswer;
import plantrail.query.agencies.AgencyPage;
import plantrail.query.agencies.FindAgencies;
import plantrail.query.agencies.GetAgency;
import plantrail.query.overview.GetOverview;
import plantrail.query.overview.GetScorecard;
import plantrail.query.overview.Scorecard;
import plantrail.query.platform.Paging;
import plantrail.query.platform.Queries;
import plantrail.query.platform.When;

/** The registry of agencies, and one agency with its figures. */
@Controller
class AgencyScreens {
  private final Queries queries;

  AgencyScreens(Queries queries) {
    this.queries = queries;
  }

  @GetMapping("/agencies")
  String agencies(Actor me, When when, FindAgencies.Filter filter, Paging paging, Model model) {
    model.addAttribute(
        "found", queries.ask(new FindAgencies(me, when, filter, paging), AgencyPage.class));
    return "agencies";
  }

  @GetMapping("/agencies/{code}")
  String agency(Actor me, When when, @PathVariable String code, Model model) {
    AgencyAnswer answer = queries.ask(new GetAgency(me, when, code), AgencyAnswer.class);
    model.addAttribute("agency", answer.agency());
    model.addAttribute("answer", answer);
    model.addAttribute(
        "card",
        queries.ask(new GetScorecard(me, when, code, GetOverview.Filter.NONE), Scorecard.class));
    return "agency";
  }
}
