package plantrail.kernel.report;

import java.util.List;
import org.axonframework.serialization.Revision;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.plan.Indicator;

/**
 * The plan was amended, and with it what the report is that is owed. By when it is due stays as it
 * was.
 *
 * @param version the version of the plan that says so
 * @param title what the report is about from now on
 * @param addressees for whom it is from now on, each with its channel
 * @param form what it states in figures from now on; empty if it is text alone
 * @param reason why
 * @param basis clause of the amending document, and the document
 */
@Revision("2")
public record ReportRevised(
    String reportId,
    int version,
    String title,
    List<Addressee> addressees,
    List<Indicator> form,
    String reason,
    String basis)
    implements ReportEvent {
  public ReportRevised {
    addressees = List.copyOf(addressees);
    form = List.copyOf(form);
  }
}
