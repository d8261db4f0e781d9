package plantrail.query.pages;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import plantrail.kernel.message.Actor;
import plantrail.query.platform.Paging;
import plantrail.query.platform.Queries;
import plantrail.query.platform.When;
import plantrail.query.targets.FindTargets;
import plantrail.query.targets.TargetPage;

/** The register of targets. */
@Controller
class TargetScreen {
  private final Queries queries;

  TargetScreen(Queries queries) {
    this.queries = queries;
  }

  @GetMapping("/targets")
  String targets(Actor me, When when, FindTargets.Filter filter, Paging paging, Model model) {
    model.addAttribute(
        "found", queries.ask(new FindTargets(me, when, filter, paging), TargetPage.class));
    return "targets";
  }
}
