package plantrail.query.pages;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import plantrail.kernel.message.Actor;
import plantrail.query.history.FindHistory;
import plantrail.query.history.HistoryPage;
import plantrail.query.platform.Paging;
import plantrail.query.platform.Queries;
import plantrail.query.platform.When;

/** Everything that happened. */
@Controller
class HistoryScreen {
  private final Queries queries;

  HistoryScreen(Queries queries) {
    this.queries = queries;
  }

  @GetMapping("/history")
  String history(Actor me, When when, FindHistory.Filter filter, Paging paging, Model model) {
    model.addAttribute(
        "history",
        queries.ask(new FindHistory(me, when, filter, latestFirst(paging)), HistoryPage.class));
    return "history";
  }

  /** People begin to read with what happened last. */
  static Paging latestFirst(Paging paging) {
    return paging.sort() == null
        ? new Paging(paging.page(), paging.size(), "-position", paging.q())
        : paging;
  }
}
