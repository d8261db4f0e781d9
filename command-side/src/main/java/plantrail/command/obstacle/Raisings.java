package plantrail.command.obstacle;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
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
    ObstacleId id = command.obstacleId();
    Obstacle closed = null;
    Aggregate<ObstacleAggregate> record = record(id);
    Obstacle there = record.invoke(ObstacleAggregate::told);
    while (there != null && there.isClosed()) {
      closed = there;
      id = id.again();
      record = record(id);
      there = record.invoke(ObstacleAggregate::told);
    }
    String raised = id.value();
    Obstacle last = there != null ? there : closed;
    return record.invoke(obstacle ->
        Decided.apply(
            raised,
            command.decide(last, actor, when, plans, tasks, agencies),
            plans.workflows(command.planId())));
  }

  private Aggregate<ObstacleAggregate> record(ObstacleId id) throws Exception {
    return obstacles.loadOrCreate(id.value(), ObstacleAggregate::new);
  }
}
