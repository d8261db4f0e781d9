package plantrail.query.reportmatrix;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.report.ReportAccepted;
import plantrail.kernel.report.ReportEvent;
import plantrail.kernel.report.ReportOpened;
import plantrail.kernel.report.ReportReturned;
import plantrail.kernel.report.ReportState;
import plantrail.kernel.report.ReportSubmitted;

/**
 * A report as its events leave it.
 *
 * @param channel code of the first agency through which it passes; null if none
 * @param handedInOn day of the hand-over that counts; null while it is owed
 * @param open whether it is owed
 */
record ReportRow(
    String id,
    String plan,
    String document,
    String rule,
    String title,
    String agency,
    String period,
    LocalDate periodFrom,
    LocalDate periodTo,
    @Nullable LocalDate due,
    List<Addressee> addressees,
    @Nullable String channel,
    String issuer,
    @Nullable String focal,
    ReportState state,
    @Nullable String content,
    @Nullable LocalDate handedInOn,
    @Nullable String returnReason,
    boolean open) {

  static ReportRow after(@Nullable ReportRow before, ReportEvent event) {
    return event instanceof ReportOpened opened
        ? of(opened)
        : Objects.requireNonNull(before, () -> "Not opened: " + event).after(event);
  }

  private static ReportRow of(ReportOpened e) {
    return new ReportRow(
        e.reportId(),
        e.planId(),
        e.document(),
        e.rule(),
        e.title(),
        e.agency(),
        e.period(),
        e.periodFrom(),
        e.periodTo(),
        e.due(),
        e.addressees(),
        e.addressees().stream()
            .map(Addressee::channel)
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null),
        e.issuer(),
        e.focal(),
        ReportState.OPEN,
        null,
        null,
        null,
        true);
  }

  private ReportRow after(ReportEvent event) {
    return switch (event) {
      case ReportOpened e -> of(e);
      case ReportSubmitted e -> with(ReportState.SUBMITTED, e.content(), e.happenedOn(), null);
      case ReportReturned e -> with(ReportState.RETURNED, content, null, e.reason());
      case ReportAccepted e -> with(ReportState.ACCEPTED, content, handedInOn, null);
    };
  }

  private ReportRow with(
      ReportState state,
      @Nullable String content,
      @Nullable LocalDate handedInOn,
      @Nullable String returnReason) {
    return new ReportRow(
        id,
        plan,
        document,
        rule,
        title,
        agency,
        period,
        periodFrom,
        periodTo,
        due,
        addressees,
        channel,
        issuer,
        focal,
        state,
        content,
        handedInOn,
        returnReason,
        handedInOn == null);
  }
}
