package plantrail.query.pages;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import plantrail.kernel.message.Actor;
import plantrail.query.obstacles.FindObstacles;
import plantrail.query.obstacles.ObstaclePage;
import plantrail.query.platform.Paging;
import plantrail.query.platform.Queries;
import plantrail.query.platform.When;

/** The register of obstacles. */
@Controller
class ObstacleScreen {
  private final Queries queries;

  ObstacleScreen(Queries queries) {
    this.queries = queries;
  }

  @GetMapping("/obstacles")
  String obstacles(Actor me, When when, FindObstacles.Filter filter, Paging paging, Model model) {
    model.addAttribute(
        "found", queries.ask(new FindObstacles(me, when, filter, paging), ObstaclePage.class));
    return "obstacles";
  }
}
