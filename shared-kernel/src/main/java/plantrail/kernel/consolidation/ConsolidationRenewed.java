package plantrail.kernel.consolidation;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.report.Figure;

/**
 * It was made anew of what has come in by now.
 *
 * @param gathered what has come in
 * @param happenedOn day on which it was made, local date
 * @param kept the corrections by hand that go on standing in the place of what was computed; none
 *     if they were dropped, as they always were before revision 2
 * @param follows the ratios that were computed of sums among them
 * @param dropReason why the corrections by hand were dropped; null if that was not said
 * @param asked what it is asked for, as the plan says by now; null if that stayed as it was, as it
 *     always did before revision 4
 */
@Revision("4")
public record ConsolidationRenewed(
    String consolidationId,
    Gathered gathered,
    LocalDate happenedOn,
    List<Correction> kept,
    List<Figure> follows,
    @Nullable String dropReason,
    @Nullable Asked asked)
    implements ConsolidationEvent {
  public ConsolidationRenewed {
    kept = List.copyOf(kept);
    follows = List.copyOf(follows);
  }

  /** What stands in the place of what was computed of the reports. */
  public List<Figure> inPlace() {
    return Stream.concat(kept.stream().map(Correction::figure), follows.stream()).toList();
  }
}
