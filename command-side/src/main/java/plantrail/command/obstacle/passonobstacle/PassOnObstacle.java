package plantrail.command.obstacle.passonobstacle;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.obstacle.ObstacleCommand;
import plantrail.command.obstacle.domain.Obstacle;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.message.Actor;
import plantrail.kernel.obstacle.ObstacleEvent;
import plantrail.kernel.obstacle.ObstacleId;
import plantrail.kernel.obstacle.ObstaclePassedOn;

/**
 * Passes an obstacle on to an agency further up: the plan's focal agency or issuer, or an agency
 * above the present holder or above the issuer.
 *
 * @param holder code of the agency that has it from now on
 * @param note what is said with it
 */
public record PassOnObstacle(
    @TargetAggregateIdentifier ObstacleId obstacleId, String holder, @Nullable String note)
    implements ObstacleCommand {

  public List<ObstacleEvent> decide(
      Obstacle obstacle, Actor actor, Occurrence when, Agencies agencies) {
    List<ObstacleEvent> events = decide(obstacle, actor, when);
    if (!events.isEmpty()) {
      new Check()
          .that(upward(obstacle, when.day(), agencies), "holder", "field.not-upward", holder)
          .done();
    }
    return events;
  }

  @Override
  public List<ObstacleEvent> follow(Obstacle obstacle, Actor actor, Occurrence when) {
    return obstacle.take(
        "pass-on-obstacle",
        new ObstaclePassedOn(obstacleId.value(), String.valueOf(actor.agency()), holder, note),
        actor);
  }

  @Override
  public void check(Check check, Obstacle obstacle) {
    check.text(note, "note", Check.TEXT);
  }

  private boolean upward(Obstacle obstacle, LocalDate day, Agencies agencies) {
    Obstacle.Parties parties = obstacle.parties();
    return !holder.equals(parties.holder())
        && !holder.equals(parties.raiser())
        && (holder.equals(parties.issuer())
            || holder.equals(parties.focal())
            || Stream.of(parties.holder(), parties.issuer())
                .anyMatch(each -> agencies.superiors(each, day).contains(holder)));
  }
}
