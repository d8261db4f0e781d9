package plantrail.command.obstacle;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import plantrail.command.obstacle.answerobstacle.AnswerObstacle;
import plantrail.command.obstacle.closeobstacle.CloseObstacle;
import plantrail.command.obstacle.domain.Obstacle;
import plantrail.command.obstacle.passonobstacle.PassOnObstacle;
import plantrail.command.obstacle.transferobstacle.TransferObstacle;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Decided;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.RecentAggregates;
import plantrail.command.platform.Snapshots;
import plantrail.command.platform.Taken;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Outcome;
import plantrail.kernel.obstacle.ObstacleEvent;

/** Routes commands to an obstacle's decisions and applies their events. */
@Revision("2")
@Aggregate(
    type = "Obstacle",
    cache = RecentAggregates.NAME,
    snapshotTriggerDefinition = Snapshots.TRIGGER)
public class ObstacleAggregate {
  @AggregateIdentifier private @Nullable String id;
  private @Nullable Obstacle obstacle;

  /** What its record tells; null if it has none. */
  @Nullable Obstacle told() {
    return obstacle;
  }

  @CommandHandler
  Outcome handle(PassOnObstacle command, Actor actor, Occurrence when, Agencies agencies) {
    return Decided.take(id, obstacle, actor, begun -> command.decide(begun, actor, when, agencies));
  }

  @CommandHandler
  Outcome handle(AnswerObstacle command, Actor actor, Occurrence when) {
    return Decided.take(command, id, obstacle, actor, when);
  }

  @CommandHandler
  Outcome handle(CloseObstacle command, Actor actor, Occurrence when) {
    return Decided.take(command, id, obstacle, actor, when);
  }

  @CommandHandler
  Outcome handle(TransferObstacle command, Actor actor, Occurrence when) {
    return Decided.take(command, id, obstacle, actor, when);
  }

  @EventSourcingHandler
  void on(ObstacleEvent event, Taken taken) {
    id = event.obstacleId();
    obstacle = Obstacle.evolve(obstacle, event, taken);
  }
}
