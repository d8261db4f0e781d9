package plantrail.command.obstacle;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import plantrail.command.obstacle.domain.Obstacle;
import plantrail.command.obstacle.raiseobstacle.RaiseObstacle;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Decided;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.command.task.domain.Tasks;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Outcome;
import plantrail.kernel.obstacle.ObstacleId;

/** Raises obstacles: what was closed begins anew, with a record of its own, if it hinders again. */
@Component
public class Raisings {
  private final Repository<ObstacleAggregate> obstacles;

  Raisings(Repository<ObstacleAggregate> obstacles) {
    this.obstacles = obstacles;
  }

  @CommandHandler
  Outcome handle(
      RaiseObstacle command,
      Actor actor,
      Occurrence when,
      Plans plans,
      Tasks tasks,
      Agencies agencies)
      throws Exception {
    return raise(command.obstacleId(), null, command, actor, when, plans, tasks, agencies);
  }

  private Outcome raise(
      ObstacleId id,
      @Nullable Obstacle before,
      RaiseObstacle command,
      Actor actor,
      Occurrence when,
      Plans plans,
      Tasks tasks,
      Agencies agencies)
      throws Exception {
    Aggregate<ObstacleAggregate> record =
        obstacles.loadOrCreate(id.value(), ObstacleAggregate::new);
    Obstacle there = record.invoke(ObstacleAggregate::told);
    if (there != null && there.isClosed()) {
      return raise(id.again(), there, command, actor, when, plans, tasks, agencies);
    }
    Obstacle last = there != null ? there : before;
    return record.invoke(obstacle ->
        Decided.apply(id.value(), command.decide(last, actor, when, plans, tasks, agencies)));
  }
}
