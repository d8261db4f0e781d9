package plantrail.query.pages;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import plantrail.kernel.message.Actor;
import plantrail.query.models.FindModels;
import plantrail.query.models.ModelPage;
import plantrail.query.platform.Paging;
import plantrail.query.platform.Queries;
import plantrail.query.platform.When;

/** The register of models and their awards. */
@Controller
class ModelScreen {
  private final Queries queries;

  ModelScreen(Queries queries) {
    this.queries = queries;
  }

  @GetMapping("/models")
  String models(Actor me, When when, FindModels.Filter filter, Paging paging, Model model) {
    model.addAttribute(
        "found", queries.ask(new FindModels(me, when, filter, paging), ModelPage.class));
    return "models";
  }
}
