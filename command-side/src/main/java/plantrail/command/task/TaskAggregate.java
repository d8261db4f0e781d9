package plantrail.command.task;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Attached;
import plantrail.command.platform.Decided;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.command.platform.RecentAggregates;
import plantrail.command.platform.Snapshots;
import plantrail.command.platform.Taken;
import plantrail.command.task.accepttask.AcceptTask;
import plantrail.command.task.accepttaskresult.AcceptTaskResult;
import plantrail.command.task.assigntask.AssignTask;
import plantrail.command.task.assigntask.ChargeAgain;
import plantrail.command.task.bringtaskforward.BringTaskForward;
import plantrail.command.task.canceltask.CancelTask;
import plantrail.command.task.changeassigner.ChangeAssigner;
import plantrail.command.task.declinetask.DeclineTask;
import plantrail.command.task.delegatetask.DelegateTask;
import plantrail.command.task.domain.Task;
import plantrail.command.task.domain.Tasks;
import plantrail.command.task.escalatetask.EscalateTask;
import plantrail.command.task.fulfiltask.FulfilTask;
import plantrail.command.task.grantextension.GrantExtension;
import plantrail.command.task.noticetasklapse.NoticeTaskLapse;
import plantrail.command.task.reassigntask.ReassignTask;
import plantrail.command.task.refuseextension.RefuseExtension;
import plantrail.command.task.remindtask.RemindTask;
import plantrail.command.task.reopentask.ReopenTask;
import plantrail.command.task.reportprogress.ReportProgress;
import plantrail.command.task.requestextension.RequestExtension;
import plantrail.command.task.rescheduletask.RescheduleTask;
import plantrail.command.task.returntaskresult.ReturnTaskResult;
import plantrail.command.task.revisetask.ReviseTask;
import plantrail.command.task.rollupprogress.RollUpProgress;
import plantrail.command.task.submittaskresult.SubmitTaskResult;
import plantrail.command.task.transfertask.TransferTask;
import plantrail.command.task.unfulfiltask.UnfulfilTask;
import plantrail.command.task.urgetask.UrgeTask;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Outcome;
import plantrail.kernel.task.TaskEvent;

/** Routes commands to a task's decisions and applies their events. */
@Revision("11")
@Aggregate(
    type = TaskAggregate.TYPE,
    cache = RecentAggregates.NAME,
    snapshotTriggerDefinition = Snapshots.TRIGGER)
public class TaskAggregate {
  /** Type of the aggregate, as the log names it. */
  public static final String TYPE = "Task";

  @AggregateIdentifier private @Nullable String id;
  private @Nullable Task task;

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome handle(AssignTask command, Actor actor, Occurrence when, Plans plans, Agencies agencies) {
    return Decided.apply(
        command.taskId().value(),
        command.decide(task, actor, when, plans, agencies),
        plans.workflows(command.planId()));
  }

  @CommandHandler
  Outcome handle(ChargeAgain command, Actor actor) {
    return Decided.take(id, task, actor, begun -> begun.chargeAgain(command.assignment(), actor));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome handle(AssignRecommendation command, Actor actor, Plans plans, Agencies agencies) {
    return Decided.apply(
        command.taskId().value(),
        command.decide(task, actor, agencies),
        plans.workflows(command.inspection().planId()));
  }

  @CommandHandler
  Outcome handle(AcceptTask command, Actor actor, Occurrence when) {
    return Decided.take(command, id, task, actor, when);
  }

  @CommandHandler
  Outcome handle(ReportProgress command, Actor actor, Occurrence when, Attached.Types types) {
    return Decided.take(id, task, actor, begun -> command.decide(begun, actor, when, types));
  }

  @CommandHandler
  Outcome handle(
      SubmitTaskResult command, Actor actor, Occurrence when, Tasks tasks, Attached.Types types) {
    return Decided.take(id, task, actor, begun -> command.decide(begun, actor, when, tasks, types));
  }

  @CommandHandler
  Outcome handle(AcceptTaskResult command, Actor actor, Occurrence when) {
    return Decided.take(command, id, task, actor, when);
  }

  @CommandHandler
  Outcome handle(ReturnTaskResult command, Actor actor, Occurrence when) {
    return Decided.take(command, id, task, actor, when);
  }

  @CommandHandler
  Outcome handle(DeclineTask command, Actor actor, Occurrence when) {
    return Decided.take(command, id, task, actor, when);
  }

  @CommandHandler
  Outcome handle(RequestExtension command, Actor actor, Occurrence when, Tasks tasks) {
    return Decided.take(id, task, actor, begun -> command.decide(begun, actor, when, tasks));
  }

  @CommandHandler
  Outcome handle(GrantExtension command, Actor actor, Occurrence when, Tasks tasks) {
    return Decided.take(id, task, actor, begun -> command.decide(begun, actor, when, tasks));
  }

  @CommandHandler
  Outcome handle(RefuseExtension command, Actor actor, Occurrence when) {
    return Decided.take(command, id, task, actor, when);
  }

  @CommandHandler
  Outcome handle(UrgeTask command, Actor actor, Occurrence when) {
    return Decided.take(command, id, task, actor, when);
  }

  @CommandHandler
  Outcome handle(
      ReopenTask command,
      Actor actor,
      Occurrence when,
      Plans plans,
      Agencies agencies,
      Tasks tasks) {
    return Decided.take(
        id, task, actor, begun -> command.decide(begun, actor, when, plans, agencies, tasks));
  }

  @CommandHandler
  Outcome handle(CancelTask command, Actor actor, Occurrence when) {
    return Decided.take(command, id, task, actor, when);
  }

  @CommandHandler
  Outcome handle(RemindTask command, Actor actor, Occurrence when) {
    return Decided.take(command, id, task, actor, when);
  }

  @CommandHandler
  Outcome handle(NoticeTaskLapse command, Actor actor, Occurrence when) {
    return Decided.take(command, id, task, actor, when);
  }

  @CommandHandler
  Outcome handle(EscalateTask command, Actor actor, Occurrence when) {
    return Decided.take(command, id, task, actor, when);
  }

  @CommandHandler
  Outcome handle(RescheduleTask command, Actor actor, Occurrence when) {
    return Decided.take(command, id, task, actor, when);
  }

  @CommandHandler
  Outcome handle(ReviseTask command, Actor actor, Occurrence when, Agencies agencies) {
    return Decided.take(id, task, actor, begun -> command.decide(begun, actor, when, agencies));
  }

  @CommandHandler
  Outcome handle(TransferTask command, Actor actor, Occurrence when) {
    return Decided.take(command, id, task, actor, when);
  }

  @CommandHandler
  Outcome handle(RollUpProgress command, Actor actor, Occurrence when) {
    return Decided.take(command, id, task, actor, when);
  }

  @CommandHandler
  Outcome handle(FulfilTask command, Actor actor, Occurrence when) {
    return Decided.take(command, id, task, actor, when);
  }

  @CommandHandler
  Outcome handle(UnfulfilTask command, Actor actor, Occurrence when) {
    return Decided.take(command, id, task, actor, when);
  }

  @CommandHandler
  Outcome handle(ChangeAssigner command, Actor actor, Occurrence when) {
    return Decided.take(command, id, task, actor, when);
  }

  @CommandHandler
  Outcome handle(BringTaskForward command, Actor actor, Occurrence when) {
    return Decided.take(command, id, task, actor, when);
  }

  @CommandHandler
  Outcome handle(
      ReassignTask command, Actor actor, Occurrence when, Agencies agencies, Plans plans) {
    return Decided.take(
        id, task, actor, begun -> command.decide(begun, actor, when, agencies, plans));
  }

  @CommandHandler
  Outcome handle(
      DelegateTask command,
      Actor actor,
      Occurrence when,
      Agencies agencies,
      Tasks tasks,
      Plans plans) {
    return Decided.take(
        id, task, actor, begun -> command.decide(begun, actor, when, agencies, tasks, plans));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome handle(AssignPart command, Actor actor, Plans plans) {
    return Decided.apply(
        command.taskId().value(),
        command.decide(task, actor),
        plans.workflows(command.delegated().planId()));
  }

  @EventSourcingHandler
  void on(TaskEvent event, Taken taken) {
    id = event.taskId();
    task = Task.evolve(task, event, taken);
  }
}
