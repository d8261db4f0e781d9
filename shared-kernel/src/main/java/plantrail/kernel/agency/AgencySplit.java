package plantrail.kernel.agency;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * An agency was divided.
 *
 * @param effective first day on which it exists no more
 */
@Revision("1")
public record AgencySplit(
    String code, String mainSuccessor, List<Share> shares, LocalDate effective, String basis)
    implements AgencyEnding {
  public AgencySplit {
    shares = List.copyOf(shares);
  }
}
