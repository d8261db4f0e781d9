package plantrail.kernel.task;

import plantrail.kernel.DomainEvent;

/** What happens to a task. */
public sealed interface TaskEvent extends DomainEvent
    permits TaskAssigned,
        TaskAccepted,
        TaskDeclined,
        TaskDelegated,
        ProgressReported,
        ProgressRolledUp,
        TaskResultSubmitted,
        TaskResultAccepted,
        TaskResultReturned,
        ExtensionRequested,
        ExtensionGranted,
        ExtensionRefused,
        TaskUrged,
        TaskReassigned,
        TaskCancelled,
        TaskReopened,
        TaskReminded,
        TaskLapseNoticed,
        TaskEscalated,
        TaskTransferred,
        TaskRescheduled,
        TaskRevised,
        TaskFulfilled,
        TaskAssignerChanged {
  String taskId();

  @Override
  default String subject() {
    return taskId();
  }
}
