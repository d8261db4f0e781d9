package plantrail.query.pages;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import plantrail.kernel.message.Actor;
import plantrail.query.moves.FindMovers;
import plantrail.query.moves.FindMoves;
import plantrail.query.moves.MovePage;
import plantrail.query.moves.MoverPage;
import plantrail.query.platform.Paging;
import plantrail.query.platform.Queries;
import plantrail.query.platform.When;

/** Who moved days, targets, owners and scope, and each single move. */
@Controller
class MoveScreen {
  private static final int RANKED = 10;

  private final Queries queries;

  MoveScreen(Queries queries) {
    this.queries = queries;
  }

  /**
   * The page.
   *
   * @param movers which page of those who moved; the other one is that of the single moves
   */
  @GetMapping("/moves")
  String moves(
      Actor me,
      When when,
      FindMoves.Filter filter,
      Paging paging,
      @RequestParam(defaultValue = "AGENCY") FindMovers.By by,
      @RequestParam(required = false) @Nullable Integer movers,
      Model model) {
    Paging ranked = new Paging(movers, RANKED, null, paging.q());
    model.addAttribute("by", by);
    model.addAttribute(
        "ranking", queries.ask(new FindMovers(me, when, by, filter, ranked), MoverPage.class));
    model.addAttribute(
        "found", queries.ask(new FindMoves(me, when, filter, paging), MovePage.class));
    return "moves";
  }
}
