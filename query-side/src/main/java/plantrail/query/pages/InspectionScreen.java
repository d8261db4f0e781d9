package plantrail.query.pages;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import plantrail.kernel.message.Actor;
import plantrail.query.inspections.FindInspections;
import plantrail.query.inspections.InspectionPage;
import plantrail.query.platform.Paging;
import plantrail.query.platform.Queries;
import plantrail.query.platform.When;

/** The register of inspections. */
@Controller
class InspectionScreen {
  private final Queries queries;

  InspectionScreen(Queries queries) {
    this.queries = queries;
  }

  @GetMapping("/inspections")
  String inspections(
      Actor me, When when, FindInspections.Filter filter, Paging paging, Model model) {
    model.addAttribute(
        "found", queries.ask(new FindInspections(me, when, filter, paging), InspectionPage.class));
    return "inspections";
  }
}
