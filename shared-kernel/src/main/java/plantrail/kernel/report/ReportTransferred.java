package plantrail.kernel.report;

import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.agency.Succession;
import plantrail.kernel.plan.Addressee;

/**
 * An agency was merged or dissolved, and another stands where it stood: as the one that owes the
 * report, an addressee, a channel, the issuer or the focal agency.
 *
 * @param predecessor code of the agency that is no more
 * @param successor code of the agency in its place
 * @param reason why
 * @param basis document that it rests on; null if none
 */
@Revision("1")
public record ReportTransferred(
    String reportId, String predecessor, String successor, String reason, @Nullable String basis)
    implements ReportEvent, Succession {

  /** The addressees as they now are. */
  public List<Addressee> inPlaceOf(List<Addressee> addressees) {
    return addressees.stream()
        .map(each ->
            new Addressee(
                inPlaceOf(each.agency()),
                each.channel() == null ? null : inPlaceOf(each.channel())))
        .toList();
  }
}
