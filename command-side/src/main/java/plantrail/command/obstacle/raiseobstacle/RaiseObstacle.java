package plantrail.command.obstacle.raiseobstacle;

import java.util.List;
import java.util.Objects;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.Command;
import plantrail.command.obstacle.domain.Obstacle;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Check;
import plantrail.command.platform.Concern;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.command.task.domain.Task;
import plantrail.command.task.domain.Tasks;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.obstacle.ObstacleEvent;
import plantrail.kernel.obstacle.ObstacleId;
import plantrail.kernel.obstacle.ObstacleRaised;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.workflow.ObstacleWorkflow;

/**
 * An agency says what hinders it. It comes to the plan's focal agency first, or to the issuer where
 * there is none.
 *
 * @param planId the plan that is hindered
 * @param taskId the task that is hindered; null for the plan as a whole
 * @param agency code of the agency that raises it, which is the one acted for
 * @param title what hinders, in a line
 * @param detail the same at length
 */
public record RaiseObstacle(
    String planId, @Nullable String taskId, String agency, String title, @Nullable String detail)
    implements Command {

  /** What it is if it was never raised before. */
  @TargetAggregateIdentifier
  public ObstacleId obstacleId() {
    return ObstacleId.of(planId, taskId, agency, title);
  }

  /**
   * What follows.
   *
   * @param last what the agency last raised in that line; null if it never did
   */
  public List<ObstacleEvent> decide(
      @Nullable Obstacle last,
      Actor actor,
      Occurrence when,
      Plans plans,
      Tasks tasks,
      Agencies agencies) {
    PlanIssued plan = plans.get(planId);
    Task task = taskId == null ? null : tasks.find(taskId);
    boolean known = taskId == null || (task != null && task.plan().equals(planId));
    boolean concerned =
        task == null
            ? Concern.of(plan, agency, when.day(), agencies)
            : task.agency().equals(agency);
    ObstacleWorkflow.TABLE
        .at(plan.workflows())
        .permit(
            "raise-obstacle", ObstacleWorkflow.relationsToNew(actor, agency, concerned || !known));
    plans.demand("raise-obstacle", plan);
    if (taskId != null && !known) {
      throw Refusal.notFound(taskId);
    }
    if (last != null && !last.isClosed()) {
      if (Objects.equals(last.raised().detail(), detail)) {
        return List.of();
      }
      throw Refusal.of(RefusalCode.ALREADY_EXISTS, "refusal.obstacle-exists", title, agency);
    }
    when.check(plan.issueDate())
        .text(title, "title", Check.LINE)
        .text(detail, "detail", Check.TEXT)
        .done();
    return List.of(
        new ObstacleRaised(
            id(last).value(),
            planId,
            plan.document(),
            taskId,
            agency,
            first(plan),
            title,
            detail,
            plan.issuer(),
            plan.focal(),
            when.day()));
  }

  private ObstacleId id(@Nullable Obstacle closed) {
    return closed == null ? obstacleId() : new ObstacleId(closed.raised().obstacleId()).again();
  }

  private String first(PlanIssued plan) {
    String focal = plan.focal();
    return focal == null || focal.equals(agency) ? plan.issuer() : focal;
  }
}
