package plantrail.query.agencies;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an agency has ended by a moment.
 *
 * @param lastDay its last day, local date; null if it has not ended by then
 * @param successors codes of those that took over from it, the main one first
 */
public record AgencyEnd(@Nullable LocalDate lastDay, List<String> successors) {
  /** Of an agency that is there. */
  public static final AgencyEnd NONE = new AgencyEnd(null, List.of());
}
