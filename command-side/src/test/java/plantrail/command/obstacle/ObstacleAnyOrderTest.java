package plantrail.command.obstacle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.command.AnyOrder;
import plantrail.command.Given;
import plantrail.command.obstacle.answerobstacle.AnswerObstacle;
import plantrail.command.obstacle.closeobstacle.CloseObstacle;
import plantrail.command.obstacle.domain.Obstacle;
import plantrail.command.obstacle.passonobstacle.PassOnObstacle;
import plantrail.command.obstacle.raiseobstacle.RaiseObstacle;
import plantrail.command.obstacle.transferobstacle.TransferObstacle;
import plantrail.command.platform.CommandRegistry;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.command.platform.Taken;
import plantrail.kernel.message.Actor;
import plantrail.kernel.obstacle.ObstacleAnswered;
import plantrail.kernel.obstacle.ObstacleClosed;
import plantrail.kernel.obstacle.ObstacleEvent;
import plantrail.kernel.obstacle.ObstacleId;
import plantrail.kernel.obstacle.ObstaclePassedOn;
import plantrail.kernel.obstacle.ObstacleRaised;
import plantrail.kernel.obstacle.ObstacleState;
import plantrail.kernel.obstacle.ObstacleTransferred;
import plantrail.kernel.workflow.Relation;

class ObstacleAnyOrderTest extends AnyOrder<Obstacle, ObstacleEvent> {
  private static final Plans PLANS = Given.plans(Given.plan());
  private static final String PLAN = Given.plan().planId();
  private static final String TITLE = "Thiếu kinh phí";
  private static final ObstacleId OBSTACLE = ObstacleId.of(PLAN, null, Given.DISTRICT, TITLE);

  @Override
  protected Class<?> aggregate() {
    return ObstacleAggregate.class;
  }

  @Override
  protected List<Actor> concerned() {
    return List.of(
        Given.official(Given.DISTRICT),
        Given.official(Given.HOME_AFFAIRS),
        Given.official(Given.PROVINCE),
        Actor.SYSTEM);
  }

  @Override
  protected Attempt<Obstacle, ObstacleEvent> any(Random random, Occurrence when) {
    String agency = anyOf(random, Given.agencies().stream().sorted().toList());
    String text = random.nextInt(8) == 0 ? " " : "Văn bản " + random.nextInt(3);
    return switch (random.nextInt(6)) {
      case 0 -> {
        RaiseObstacle command =
            new RaiseObstacle(PLAN, null, Given.DISTRICT, TITLE, "Mục " + random.nextInt(2));
        yield new Attempt<>(
            "raise-obstacle",
            (obstacle, actor) -> {
              List<ObstacleEvent> events =
                  command.decide(obstacle, actor, when, PLANS, id -> null, Given.AGENCIES);
              // What is raised after the end is another one.
              return obstacle != null && obstacle.isClosed() ? List.of() : events;
            });
      }
      case 1, 2, 3 -> {
        PassOnObstacle command = new PassOnObstacle(OBSTACLE, agency, text);
        yield step(
            "pass-on-obstacle",
            (obstacle, actor) -> command.decide(obstacle, actor, when, Given.AGENCIES));
      }
      default -> {
        ObstacleCommand command =
            anyOf(
                random,
                List.of(
                    new AnswerObstacle(OBSTACLE, text),
                    new TransferObstacle(
                        OBSTACLE,
                        anyOf(random, List.of(Given.HOME_AFFAIRS, Given.PROVINCE)),
                        Given.FINANCE,
                        "sáp nhập",
                        "NQ 1"),
                    new CloseObstacle(OBSTACLE, random.nextBoolean() ? null : text)));
        yield step(
            CommandRegistry.nameOf(command.getClass()),
            (obstacle, actor) -> command.decide(obstacle, actor, when));
      }
    };
  }

  @Override
  protected Set<Relation> relations(Obstacle obstacle, ObstacleEvent event, Actor actor) {
    return obstacle.relations(actor);
  }

  @Override
  protected Obstacle evolve(@Nullable Obstacle obstacle, ObstacleEvent event, Taken taken) {
    return Obstacle.evolve(obstacle, event, taken);
  }

  @Override
  protected Facts begins(ObstacleEvent event, Taken taken) {
    ObstacleRaised e = (ObstacleRaised) event;
    return fact("raised", e)
        .with("state", ObstacleState.RAISED)
        .with("parties", new Obstacle.Parties(e.agency(), e.holder(), e.issuer(), e.focal()));
  }

  @Override
  protected Facts leaves(Obstacle before, ObstacleEvent event, Taken taken) {
    Obstacle.Parties parties = before.parties();
    return switch (event) {
      case ObstacleRaised e -> throw new AssertionError("raised twice: " + e);
      case ObstaclePassedOn e ->
          fact("state", ObstacleState.PASSED_ON)
              .with(
                  "parties",
                  new Obstacle.Parties(
                      parties.raiser(), e.holder(), parties.issuer(), parties.focal()));
      case ObstacleAnswered e ->
          fact("state", ObstacleState.ANSWERED)
              .with(
                  "parties",
                  new Obstacle.Parties(
                      parties.raiser(), e.by(), parties.issuer(), parties.focal()));
      case ObstacleClosed _ -> fact("state", ObstacleState.CLOSED);
      case ObstacleTransferred e ->
          fact(
              "parties",
              new Obstacle.Parties(
                  e.inPlaceOf(parties.raiser()),
                  e.inPlaceOf(parties.holder()),
                  e.inPlaceOf(parties.issuer()),
                  parties.focal() == null ? null : e.inPlaceOf(parties.focal())));
    };
  }

  @Override
  protected void holds(@Nullable Obstacle before, ObstacleEvent event, Obstacle after) {
    assertThat(event.obstacleId()).isEqualTo(OBSTACLE.value());
    assertThat(after.raised().agency()).isEqualTo(Given.DISTRICT);
    assertThat(after.parties().holder())
        .as("it is never back with who raised it")
        .isNotEqualTo(Given.DISTRICT);
    if (before == null) {
      assertThat(after.parties().holder()).isEqualTo(Given.HOME_AFFAIRS);
      return;
    }
    assertThat(before.state()).as("nothing follows the end").isNotEqualTo(ObstacleState.CLOSED);
    switch (event) {
      case ObstaclePassedOn passed -> {
        assertThat(before.state()).isIn(ObstacleState.RAISED, ObstacleState.PASSED_ON);
        assertThat(passed.holder()).isNotEqualTo(before.parties().holder());
      }
      case ObstacleAnswered answered ->
          assertThat(answered.by()).isEqualTo(before.parties().holder());
      case ObstacleClosed _ -> assertThat(before.state()).isEqualTo(ObstacleState.ANSWERED);
      default -> {}
    }
  }
}
