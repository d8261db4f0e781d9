package plantrail.kernel.workflow;

import static plantrail.kernel.task.TaskProgress.ACCEPTED;
import static plantrail.kernel.task.TaskProgress.ASSIGNED;
import static plantrail.kernel.task.TaskProgress.CANCELLED;
import static plantrail.kernel.task.TaskProgress.COMPLETED;
import static plantrail.kernel.task.TaskProgress.DECLINED;
import static plantrail.kernel.task.TaskProgress.IN_PROGRESS;
import static plantrail.kernel.task.TaskProgress.RETURNED;
import static plantrail.kernel.task.TaskProgress.SUBMITTED;
import static plantrail.kernel.workflow.Condition.DATED;
import static plantrail.kernel.workflow.Condition.EXTENSION_ASKED;
import static plantrail.kernel.workflow.Condition.NO_EXTENSION_ASKED;
import static plantrail.kernel.workflow.Condition.ORDERED;
import static plantrail.kernel.workflow.Condition.OWN_PLAN_DEMANDED;
import static plantrail.kernel.workflow.Relation.ASSIGNER;
import static plantrail.kernel.workflow.Relation.FOCAL;
import static plantrail.kernel.workflow.Relation.RESPONSIBLE;
import static plantrail.kernel.workflow.Relation.SYSTEM;
import static plantrail.kernel.workflow.Workflow.begin;
import static plantrail.kernel.workflow.Workflow.stay;
import static plantrail.kernel.workflow.Workflow.step;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Role;
import plantrail.kernel.plan.Product;
import plantrail.kernel.task.TaskProgress;

/** The life of a task. */
public final class TaskWorkflow {
  private static final Set<TaskProgress> AT_WORK = Set.of(ACCEPTED, IN_PROGRESS, RETURNED);

  /** A result is owed, and by whom is settled. */
  private static final Set<TaskProgress> OWED = Set.of(ASSIGNED, ACCEPTED, IN_PROGRESS, RETURNED);

  private static final Set<TaskProgress> OWED_OR_SUBMITTED =
      Set.of(ASSIGNED, ACCEPTED, IN_PROGRESS, SUBMITTED, RETURNED);

  private static final Set<TaskProgress> UNFINISHED =
      Set.of(ASSIGNED, ACCEPTED, IN_PROGRESS, SUBMITTED, RETURNED, DECLINED);

  /** Somebody may still have to say something to whoever carries it out. */
  private static final Set<TaskProgress> NOT_CALLED_OFF =
      EnumSet.complementOf(EnumSet.of(CANCELLED));

  public static final Workflow<TaskProgress> TABLE =
      Workflow.of(
          "task",
          TaskProgress.class,
          begin("assign-task", ASSIGNED, ASSIGNER, FOCAL, SYSTEM).under(UnderPlan.IN_FORCE),
          step("accept-task", Set.of(ASSIGNED), ACCEPTED, RESPONSIBLE),
          step("decline-task", Set.of(ASSIGNED), DECLINED, RESPONSIBLE),
          step("report-progress", AT_WORK, IN_PROGRESS, RESPONSIBLE),
          step("submit-task-result", AT_WORK, SUBMITTED, RESPONSIBLE),
          step("delegate-task", AT_WORK, IN_PROGRESS, RESPONSIBLE)
              .under(UnderPlan.IN_FORCE)
              .since(7, row -> row.under(UnderPlan.WHATEVER)),
          stay("request-extension", OWED, RESPONSIBLE).needing(DATED, NO_EXTENSION_ASKED),
          step("accept-task-result", Set.of(SUBMITTED), COMPLETED, ASSIGNER, FOCAL),
          step("return-task-result", Set.of(SUBMITTED), RETURNED, ASSIGNER, FOCAL),
          stay("grant-extension", OWED_OR_SUBMITTED, ASSIGNER, FOCAL).needing(EXTENSION_ASKED),
          stay("refuse-extension", OWED_OR_SUBMITTED, ASSIGNER, FOCAL).needing(EXTENSION_ASKED),
          stay("urge-task", OWED, ASSIGNER, FOCAL),
          step(
                  "reassign-task",
                  Set.of(ASSIGNED, ACCEPTED, IN_PROGRESS, RETURNED, DECLINED),
                  ASSIGNED,
                  ASSIGNER,
                  FOCAL)
              .under(UnderPlan.IN_FORCE)
              .since(7, row -> row.under(UnderPlan.WHATEVER)),
          step("reopen-task", Set.of(COMPLETED), IN_PROGRESS, ASSIGNER, FOCAL)
              .under(UnderPlan.IN_FORCE)
              .since(5, row -> row.under(UnderPlan.WHATEVER)),
          step("cancel-task", UNFINISHED, CANCELLED, ASSIGNER, FOCAL, SYSTEM),
          stay("remind-task", OWED, SYSTEM).needing(DATED),
          stay("notice-task-lapse", OWED, SYSTEM).needing(DATED, ORDERED),
          stay("escalate-task", OWED, SYSTEM).needing(DATED, ORDERED),
          stay("reschedule-task", UNFINISHED, SYSTEM),
          stay("revise-task", UNFINISHED, SYSTEM),
          stay("transfer-task", UNFINISHED, SYSTEM),
          stay("roll-up-progress", OWED_OR_SUBMITTED, SYSTEM),
          step("fulfil-task", UNFINISHED, COMPLETED, SYSTEM)
              .needing(OWN_PLAN_DEMANDED)
              .since(6, row -> row.from(OWED_OR_SUBMITTED)),
          step("unfulfil-task", Set.of(COMPLETED), IN_PROGRESS, SYSTEM).since(2),
          stay("change-assigner", NOT_CALLED_OFF, SYSTEM).since(3),
          stay("bring-task-forward", UNFINISHED, SYSTEM).since(3));

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
   * What holds of a task besides its state.
   *
   * @param dated whether it has a last timely day
   * @param request whether it is a request to a body that cannot be ordered
   * @param asked whether a later day was asked for and nobody has answered yet
   * @param creates what it has to bring about; null for an ordinary duty
   */
  public static Set<Condition> conditions(
      boolean dated, boolean request, boolean asked, @Nullable Product creates) {
    Set<Condition> holds = EnumSet.of(asked ? EXTENSION_ASKED : NO_EXTENSION_ASKED);
    if (dated) {
      holds.add(DATED);
    }
    if (!request) {
      holds.add(ORDERED);
    }
    if (creates == Product.SUBORDINATE_PLAN) {
      holds.add(OWN_PLAN_DEMANDED);
    }
    return holds;
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
