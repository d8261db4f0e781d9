package plantrail.command.task;

import java.time.Instant;
import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Decided;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.command.platform.RecentAggregates;
import plantrail.command.task.accepttask.AcceptTask;
import plantrail.command.task.accepttaskresult.AcceptTaskResult;
import plantrail.command.task.assigntask.AssignTask;
import plantrail.command.task.domain.Task;
import plantrail.command.task.reportprogress.ReportProgress;
import plantrail.command.task.returntaskresult.ReturnTaskResult;
import plantrail.command.task.submittaskresult.SubmitTaskResult;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.MetadataKeys;
import plantrail.kernel.message.Outcome;
import plantrail.kernel.task.TaskEvent;

/** Routes commands to a task's decisions and applies their events. */
@Aggregate(type = "Task", cache = RecentAggregates.NAME)
public class TaskAggregate {
  @AggregateIdentifier private @Nullable String id;
  private @Nullable Task task;

  /** A new task that begins with these events; called while a unit of work creates it. */
  public static TaskAggregate begin(String id, List<? extends TaskEvent> events) {
    TaskAggregate aggregate = new TaskAggregate();
    Decided.apply(id, events);
    return aggregate;
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome handle(AssignTask command, Actor actor, Occurrence when, Plans plans, Agencies agencies) {
    return Decided.apply(
        command.taskId().value(), command.decide(task, actor, when, plans, agencies));
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome handle(AssignRecommendation command, Actor actor) {
    return Decided.apply(command.taskId().value(), command.decide(task, actor));
  }

  @CommandHandler
  Outcome handle(AcceptTask command, Actor actor, Occurrence when) {
    return Decided.take(command, id, task, actor, when);
  }

  @CommandHandler
  Outcome handle(ReportProgress command, Actor actor, Occurrence when) {
    return Decided.take(command, id, task, actor, when);
  }

  @CommandHandler
  Outcome handle(SubmitTaskResult command, Actor actor, Occurrence when) {
    return Decided.take(command, id, task, actor, when);
  }

  @CommandHandler
  Outcome handle(AcceptTaskResult command, Actor actor, Occurrence when) {
    return Decided.take(command, id, task, actor, when);
  }

  @CommandHandler
  Outcome handle(ReturnTaskResult command, Actor actor, Occurrence when) {
    return Decided.take(command, id, task, actor, when);
  }

  @EventSourcingHandler
  void on(
      TaskEvent event, @MetaDataValue(MetadataKeys.ACTOR) String person, @Timestamp Instant at) {
    id = event.taskId();
    task = Task.evolve(task, event, person, at);
  }
}
