package plantrail.kernel.plan;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A suspended plan goes on.
 *
 * @param from first day on which it is carried out again, local date
 * @param days how many days it rested
 * @param shift by how many days the last timely days of its open duties move, but for those that
 *     had passed before it rested: as many as it rested, or none
 * @param reason why
 * @param basis document that it rests on; null if none
 */
@Revision("1")
public record PlanResumed(
    String planId, LocalDate from, int days, int shift, String reason, @Nullable String basis)
    implements PlanEvent {

  /** First day on which it rested, local date. */
  public LocalDate restedFrom() {
    return from.minusDays(days);
  }

  /** The last timely day of a duty after the rest, local date, of what it was before. */
  public LocalDate moved(LocalDate due) {
    return due.isBefore(restedFrom()) ? due : due.plusDays(shift);
  }
}
