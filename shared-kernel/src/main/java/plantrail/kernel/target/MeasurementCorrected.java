package plantrail.kernel.target;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A measurement was corrected.
 *
 * @param agency code of the agency measured
 * @param day day to which the value belongs, local date
 * @param oldValue the value as recorded before
 * @param value the value from now on
 * @param lastYear the value of the year before; null if not stated
 * @param reason why
 */
@Revision("1")
public record MeasurementCorrected(
    String targetId,
    String agency,
    LocalDate day,
    BigDecimal oldValue,
    BigDecimal value,
    @Nullable BigDecimal lastYear,
    String reason)
    implements TargetEvent {}
