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
 * @param granted day granted to the agency alone, as a rest of the plan moved it along, local date;
 *     null if none was granted or no rest moved it
 */
@Revision("2")
public record TaskRescheduled(
    String taskId,
    @Nullable LocalDate oldDue,
    @Nullable LocalDate newDue,
    String reason,
    @Nullable String basis,
    @Nullable LocalDate granted)
    implements TaskEvent {
  /** Moved by what the plan says, and nothing that was granted with it. */
  public TaskRescheduled(
      String taskId,
      @Nullable LocalDate oldDue,
      @Nullable LocalDate newDue,
      String reason,
      @Nullable String basis) {
    this(taskId, oldDue, newDue, reason, basis, null);
  }

  /**
   * Whether a request for a later day still awaits its answer: one that asks for what the change
   * gives anyway does not, nor one where no day is left.
   *
   * @param asked last timely day asked for, local date
   */
  public boolean leavesOpen(LocalDate asked) {
    return newDue != null && asked.isAfter(newDue);
  }

  /** Whether it moved the task forward to that day at least, and from a later one. */
  public boolean bringsForward(LocalDate day) {
    return newDue != null && !day.isBefore(newDue) && (oldDue == null || day.isBefore(oldDue));
  }

  /**
   * What was granted to the agency alone, as it stands after the change: moved with a rest, and
   * gone where no later day than the whole's may stand, or where no day is left that it extends.
   *
   * @param before last timely day granted before, local date; null if none was
   */
  public @Nullable LocalDate leavesGranted(@Nullable LocalDate before) {
    if (granted != null) {
      return granted;
    }
    return newDue == null || (before != null && before.isAfter(newDue)) ? null : before;
  }
}
