package plantrail.command.obstacle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import plantrail.command.CommandSideTest;
import plantrail.command.Given;
import plantrail.command.obstacle.answerobstacle.AnswerObstacle;
import plantrail.command.obstacle.closeobstacle.CloseObstacle;
import plantrail.command.obstacle.raiseobstacle.RaiseObstacle;
import plantrail.command.plan.issueplan.IssuePlan;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Outcome;
import plantrail.kernel.obstacle.ObstacleId;

/** What hinders again after it was closed is on record again. */
class RaisedAgainIT extends CommandSideTest {
  private static final Actor DISTRICT = Given.official(Given.DISTRICT);

  @Test
  void whatIsClosedIsRaisedAgainAsOftenAsItHinders() {
    IssuePlan plan = Given.issuePlan("471");
    Given.issue(commands, plan);
    RaiseObstacle raising =
        new RaiseObstacle(plan.planId().value(), null, Given.DISTRICT, "Thiếu kinh phí", null);
    ObstacleId obstacle = raising.obstacleId();
    for (int time = 1; time <= 3; time++) {
      Outcome raised = commands.give(raising, DISTRICT);
      assertThat(raised.id()).isEqualTo(obstacle.value());
      assertThat(raised.events()).containsExactly("obstacle-raised");
      Outcome repeated = commands.give(raising, DISTRICT);
      assertThat(repeated.id()).isEqualTo(obstacle.value());
      assertThat(repeated.events()).isEmpty();
      commands.give(new AnswerObstacle(obstacle, "Bổ sung"), Given.official(Given.HOME_AFFAIRS));
      commands.give(new CloseObstacle(obstacle, null), DISTRICT);
      obstacle = obstacle.again();
    }
  }
}
