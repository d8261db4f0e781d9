package plantrail.kernel.consolidation;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * The channel agency sent it on.
 *
 * @param addressees codes of the agencies that it was sent to
 * @param note what is said with it
 * @param happenedOn day on which it was sent, local date
 */
@Revision("1")
public record ConsolidationForwarded(
    String consolidationId, List<String> addressees, @Nullable String note, LocalDate happenedOn)
    implements ConsolidationEvent {
  public ConsolidationForwarded {
    addressees = List.copyOf(addressees);
  }
}
