package plantrail.kernel.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A target was measured at an agency.
 *
 * @param agency code of the agency measured
 * @param day day to which the value belongs, local date
 * @param value the value
 * @param lastYear the value of the year before; null if not stated
 * @param note further words; null if none
 */
@Revision("1")
public record MeasurementRecorded(
    String targetId,
    String agency,
    LocalDate day,
    BigDecimal value,
    @Nullable BigDecimal lastYear,
    @Nullable String note)
    implements TargetEvent {

  @Override
  public LocalDate happenedOn() {
    return day;
  }
}
