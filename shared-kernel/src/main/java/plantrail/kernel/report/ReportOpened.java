package plantrail.kernel.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
 * @param oldDue of a report that was withdrawn before and is opened again, last timely day in force
 *     when it was, local date; null if it had none, or if it is opened for the first time
 * @param oldAgency code of the agency that owed it when it was withdrawn; null if it is opened for
 *     the first time, or was opened again before this was recorded
 * @param reason why; null if not stated. A day other than before has one
 * @param basis document that it rests on; null if not stated
 */
@Revision("5")
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
    List<Indicator> form,
    @Nullable LocalDate oldDue,
    @Nullable String oldAgency,
    @Nullable String reason,
    @Nullable String basis)
    implements ReportEvent {
  public ReportOpened {
    addressees = List.copyOf(addressees);
    form = List.copyOf(form);
  }

  /** Opened for the first time, for no stated reason. */
  public ReportOpened(
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
      List<Indicator> form) {
    this(
        reportId,
        planId,
        document,
        rule,
        title,
        agency,
        period,
        periodFrom,
        periodTo,
        due,
        addressees,
        issuer,
        focal,
        since,
        form,
        null,
        null,
        null,
        null);
  }

  /** The same for that reason, which rests on that document. */
  public ReportOpened because(@Nullable String reason, @Nullable String basis) {
    return with(oldDue, oldAgency, reason, basis);
  }

  /** The same of a report that was that agency's, and due by that day, when it was withdrawn. */
  public ReportOpened insteadOf(@Nullable LocalDate oldDue, @Nullable String oldAgency) {
    return with(oldDue, oldAgency, reason, basis);
  }

  private ReportOpened with(
      @Nullable LocalDate oldDue,
      @Nullable String oldAgency,
      @Nullable String reason,
      @Nullable String basis) {
    return new ReportOpened(
        reportId,
        planId,
        document,
        rule,
        title,
        agency,
        period,
        periodFrom,
        periodTo,
        due,
        addressees,
        issuer,
        focal,
        since,
        form,
        oldDue,
        oldAgency,
        reason,
        basis);
  }

  /** Whether opening again moves the last timely day. */
  public boolean movesDue() {
    return oldAgency != null && !Objects.equals(oldDue, due);
  }
}
