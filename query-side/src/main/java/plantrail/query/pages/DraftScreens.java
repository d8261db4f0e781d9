package plantrail.query.pages;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import plantrail.kernel.message.Actor;
import plantrail.query.drafts.DraftAnswer;
import plantrail.query.drafts.DraftPage;
import plantrail.query.drafts.FindDrafts;
import plantrail.query.drafts.GetDraft;
import plantrail.query.platform.Paging;
import plantrail.query.platform.Queries;
import plantrail.query.platform.When;

/** The drafts of plans, and one of them. */
@Controller
class DraftScreens {
  private final Queries queries;

  DraftScreens(Queries queries) {
    this.queries = queries;
  }

  @GetMapping("/drafts")
  String drafts(Actor me, When when, FindDrafts.Filter filter, Paging paging, Model model) {
    model.addAttribute(
        "found", queries.ask(new FindDrafts(me, when, filter, paging), DraftPage.class));
    return "drafts";
  }

  @GetMapping("/drafts/{id}")
  String draft(Actor me, When when, @PathVariable String id, Model model) {
    DraftAnswer answer = queries.ask(new GetDraft(me, when, id), DraftAnswer.class);
    model.addAttribute("draft", answer.draft());
    model.addAttribute("answer", answer);
    return "draft";
  }
}
