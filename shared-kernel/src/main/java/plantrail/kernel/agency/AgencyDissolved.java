package plantrail.kernel.agency;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * An agency was dissolved, and its work given to others.
 *
 * @param effective first day on which it exists no more
 */
@Revision("1")
public record AgencyDissolved(
    String code, String mainSuccessor, List<Share> shares, LocalDate effective, String basis)
    implements AgencyEnding {
  public AgencyDissolved {
    shares = List.copyOf(shares);
  }
}
