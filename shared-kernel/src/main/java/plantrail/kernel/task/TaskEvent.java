package plantrail.kernel.task;

import plantrail.kernel.DomainEvent;

/** What happens to a task. */
public sealed interface TaskEvent extends DomainEvent
    permits TaskAssigned,
        TaskAccepted,
        ProgressReported,
        TaskResultSubmitted,
        TaskResultAccepted,
        TaskResultReturned {
  String taskId();

  @Override
  default String subject() {
    return taskId();
  }
}
