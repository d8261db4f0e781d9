package plantrail.kernel.task;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The plan was changed, and with it the task's day.
 *
 * @param oldDue last timely day before, local date; null if it had none
 * @param newDue last timely day from now on, local date; null if it has none any more
 * @param reason why
 * @param basis document that the change rests on; null if none
 */
@Revision("1")
public record TaskRescheduled(
    String taskId,
    @Nullable LocalDate oldDue,
    @Nullable LocalDate newDue,
    String reason,
    @Nullable String basis)
    implements TaskEvent {
  /**
   * Whether a request for a later day still awaits its answer: one that asks for what the change
   * gives anyway does not, nor one where no day is left.
   *
   * @param asked last timely day asked for, local date
   */
  public boolean leavesOpen(LocalDate asked) {
    return newDue != null && asked.isAfter(newDue);
  }
}
