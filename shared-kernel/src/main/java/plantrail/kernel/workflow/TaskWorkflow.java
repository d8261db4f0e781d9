package plantrail.kernel.workflow;

import static plantrail.kernel.task.TaskProgress.ACCEPTED;
import static plantrail.kernel.task.TaskProgress.ASSIGNED;
import static plantrail.kernel.task.TaskProgress.COMPLETED;
import static plantrail.kernel.task.TaskProgress.IN_PROGRESS;
import static plantrail.kernel.task.TaskProgress.RETURNED;
import static plantrail.kernel.task.TaskProgress.SUBMITTED;
import static plantrail.kernel.workflow.Relation.ASSIGNER;
import static plantrail.kernel.workflow.Relation.FOCAL;
import static plantrail.kernel.workflow.Relation.RESPONSIBLE;
import static plantrail.kernel.workflow.Relation.SYSTEM;
import static plantrail.kernel.workflow.Workflow.begin;
import static plantrail.kernel.workflow.Workflow.step;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Role;
import plantrail.kernel.task.TaskProgress;

/** The life of a task. */
public final class TaskWorkflow {
  public static final Workflow<TaskProgress> TABLE =
      Workflow.of(
          "task",
          TaskProgress.class,
          begin("assign-task", ASSIGNED, ASSIGNER, FOCAL, SYSTEM),
          step("accept-task", Set.of(ASSIGNED), ACCEPTED, RESPONSIBLE),
          step(
              "report-progress", Set.of(ACCEPTED, IN_PROGRESS, RETURNED), IN_PROGRESS, RESPONSIBLE),
          step(
              "submit-task-result",
              Set.of(ACCEPTED, IN_PROGRESS, RETURNED),
              SUBMITTED,
              RESPONSIBLE),
          step("accept-task-result", Set.of(SUBMITTED), COMPLETED, ASSIGNER, FOCAL),
          step("return-task-result", Set.of(SUBMITTED), RETURNED, ASSIGNER, FOCAL));

  private TaskWorkflow() {}

  /**
   * How the actor stands to a task. Nobody accepts their own work (practice): the responsible
   * agency holds no other relation, unless it charged itself and there is no focal agency besides.
   */
  public static Set<Relation> relations(
      Actor actor, String responsible, String assigner, @Nullable String focal) {
    Set<Relation> relations = Workflow.none();
    if (actor.role() == Role.SYSTEM) {
      relations.add(SYSTEM);
    }
    if (actor.actsFor(responsible)) {
      relations.add(RESPONSIBLE);
      boolean nobodyElse = focal == null || focal.equals(responsible);
      if (responsible.equals(assigner) && nobodyElse) {
        relations.add(ASSIGNER);
      }
      return relations;
    }
    if (actor.actsFor(assigner)) {
      relations.add(ASSIGNER);
    }
    if (actor.actsFor(focal)) {
      relations.add(FOCAL);
    }
    return relations;
  }

  /**
   * How the actor stands to the charging of a new task: an agency may charge itself, so the agency
   * that will be responsible matters not.
   */
  public static Set<Relation> relationsToNew(Actor actor, String assigner, @Nullable String focal) {
    Set<Relation> relations = Workflow.none();
    if (actor.role() == Role.SYSTEM) {
      relations.add(SYSTEM);
    }
    if (actor.actsFor(assigner)) {
      relations.add(ASSIGNER);
    }
    if (actor.actsFor(focal)) {
      relations.add(FOCAL);
    }
    return relations;
  }
}
