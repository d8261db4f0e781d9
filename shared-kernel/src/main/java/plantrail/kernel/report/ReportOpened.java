package plantrail.kernel.report;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.plan.Indicator;

/**
 * One agency owes a report for one period.
 *
 * @param reportId see {@link ReportId}
 * @param planId the plan that asks for it
 * @param document the plan's number and symbol
 * @param rule mark of the reporting rule within the plan
 * @param title what the report is about
 * @param agency code of the agency that owes it
 * @param period label of the period, see {@link plantrail.kernel.calendar.Period#label()}
 * @param periodFrom first day covered
 * @param periodTo last day covered
 * @param due last timely day, local date; null if the plan states none
 * @param addressees for whom it is, each with its channel
 * @param issuer code of the agency that issued the plan
 * @param focal code of the plan's focal agency; null if none
 * @param since local day from which it can be handed in: the plan's issue; null for the day of
 *     recording
 * @param form what it states in figures; empty if it is text alone
 */
@Revision("4")
public record ReportOpened(
    String reportId,
    String planId,
    String document,
    String rule,
    String title,
    String agency,
    String period,
    LocalDate periodFrom,
    LocalDate periodTo,
    @Nullable LocalDate due,
    List<Addressee> addressees,
    String issuer,
    @Nullable String focal,
    @Nullable LocalDate since,
    List<Indicator> form)
    implements ReportEvent {
  public ReportOpened {
    addressees = List.copyOf(addressees);
    form = List.copyOf(form);
  }
}
