package plantrail.kernel.agency;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * An agency became part of another one. Of several that are merged each has this event in its own
 * record.
 *
 * @param mainSuccessor code of the agency that it became part of
 * @param effective first day on which it exists no more
 */
@Revision("1")
public record AgencyMerged(String code, String mainSuccessor, LocalDate effective, String basis)
    implements AgencyEnding {
  @Override
  public List<Share> shares() {
    return List.of();
  }
}
