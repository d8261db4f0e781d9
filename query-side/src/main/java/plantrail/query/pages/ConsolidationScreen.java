package plantrail.query.pages;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.Indicator;
import plantrail.query.consolidations.ConsolidationAnswer;
import plantrail.query.consolidations.GetConsolidation;
import plantrail.query.platform.Queries;
import plantrail.query.platform.When;

/** What a channel agency made of the reports of a period. */
@Controller
class ConsolidationScreen {
  private final Queries queries;

  ConsolidationScreen(Queries queries) {
    this.queries = queries;
  }

  @GetMapping("/consolidations/{id}")
  String consolidation(Actor me, When when, @PathVariable String id, Model model) {
    ConsolidationAnswer answer =
        queries.ask(new GetConsolidation(me, when, id), ConsolidationAnswer.class);
    model.addAttribute("consolidation", answer.consolidation());
    model.addAttribute("answer", answer);
    model.addAttribute(
        "form", answer.consolidation().form().stream().map(Indicator::gathered).toList());
    return "consolidation";
  }
}
