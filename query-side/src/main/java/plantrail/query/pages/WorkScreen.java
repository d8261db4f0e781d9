package plantrail.query.pages;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import plantrail.kernel.message.Actor;
import plantrail.query.platform.When;

/** What awaits the agency that one acts for. */
@Controller
class WorkScreen {
  private final Work work;

  WorkScreen(Work work) {
    this.work = work;
  }

  @GetMapping("/work")
  String work(Actor me, When when, Model model) {
    if (Page.works(me)) {
      model.addAttribute("board", work.board(me, when));
    }
    return "work";
  }
}
