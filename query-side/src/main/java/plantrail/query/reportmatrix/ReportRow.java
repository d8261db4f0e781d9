package plantrail.query.reportmatrix;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.plan.Indicator;
import plantrail.kernel.report.Figure;
import plantrail.kernel.report.ReportAccepted;
import plantrail.kernel.report.ReportEscalated;
import plantrail.kernel.report.ReportEvent;
import plantrail.kernel.report.ReportLapseNoticed;
import plantrail.kernel.report.ReportOpened;
import plantrail.kernel.report.ReportReminded;
import plantrail.kernel.report.ReportRescheduled;
import plantrail.kernel.report.ReportReturned;
import plantrail.kernel.report.ReportRevised;
import plantrail.kernel.report.ReportState;
import plantrail.kernel.report.ReportSubmitted;
import plantrail.kernel.report.ReportTransferred;
import plantrail.kernel.report.ReportUrged;
import plantrail.kernel.report.ReportWaived;
import plantrail.kernel.report.ReportWithdrawn;

/**
 * A report as its events leave it.
 *
 * @param channel code of the first agency through which it passes; null if none
 * @param handedInOn day of the hand-over that counts; null while it is owed
 * @param open whether it is owed
 * @param stopReason why it was waived or withdrawn; null if it was not
 * @param form what it states in figures
 * @param figures what was handed in of them
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
    @Nullable LocalDate originalDue,
    List<Addressee> addressees,
    @Nullable String channel,
    String issuer,
    @Nullable String focal,
    ReportState state,
    @Nullable String content,
    @Nullable LocalDate handedInOn,
    @Nullable String returnReason,
    boolean open,
    @Nullable String stopReason,
    List<Indicator> form,
    List<Figure> figures) {

  static ReportRow after(@Nullable ReportRow before, ReportEvent event) {
    return event instanceof ReportOpened opened
        ? of(opened, before == null ? opened.due() : before.originalDue())
        : Objects.requireNonNull(before, () -> "Not opened: " + event).after(event);
  }

  private static ReportRow of(ReportOpened e, @Nullable LocalDate originalDue) {
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
        originalDue,
        e.addressees(),
        channel(e.addressees()),
        e.issuer(),
        e.focal(),
        ReportState.OPEN,
        null,
        null,
        null,
        true,
        null,
        e.form(),
        List.of());
  }

  private static @Nullable String channel(List<Addressee> addressees) {
    return addressees.stream()
        .map(Addressee::channel)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private ReportRow after(ReportEvent event) {
    return switch (event) {
      case ReportOpened e -> of(e, originalDue);
      case ReportSubmitted e ->
          with(ReportState.SUBMITTED, e.content(), e.happenedOn(), null, null, e.figures());
      case ReportReturned e -> with(ReportState.RETURNED, content, null, e.reason(), null, figures);
      case ReportAccepted e -> with(ReportState.ACCEPTED, content, handedInOn, null, null, figures);
      case ReportWaived e ->
          with(ReportState.WAIVED, content, null, returnReason, e.reason(), figures);
      case ReportWithdrawn e ->
          with(ReportState.WITHDRAWN, content, handedInOn, returnReason, e.reason(), figures);
      case ReportRescheduled e -> moved(e.newDue(), agency, issuer, focal, addressees);
      case ReportTransferred e ->
          moved(
              due,
              e.inPlaceOf(agency),
              e.inPlaceOf(issuer),
              focal == null ? null : e.inPlaceOf(focal),
              e.inPlaceOf(addressees));
      case ReportRevised e -> revised(e);
      case ReportUrged e -> this;
      case ReportReminded e -> this;
      case ReportLapseNoticed e -> this;
      case ReportEscalated e -> this;
    };
  }

  private ReportRow with(
      ReportState state,
      @Nullable String content,
      @Nullable LocalDate handedInOn,
      @Nullable String returnReason,
      @Nullable String stopReason,
      List<Figure> figures) {
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
        originalDue,
        addressees,
        channel,
        issuer,
        focal,
        state,
        content,
        handedInOn,
        returnReason,
        state == ReportState.OPEN || state == ReportState.RETURNED,
        stopReason,
        form,
        figures);
  }

  private ReportRow revised(ReportRevised e) {
    return new ReportRow(
        id,
        plan,
        document,
        rule,
        e.title(),
        agency,
        period,
        periodFrom,
        periodTo,
        due,
        originalDue,
        e.addressees(),
        channel(e.addressees()),
        issuer,
        focal,
        state,
        content,
        handedInOn,
        returnReason,
        open,
        stopReason,
        e.form(),
        figures);
  }

  private ReportRow moved(
      @Nullable LocalDate due,
      String agency,
      String issuer,
      @Nullable String focal,
      List<Addressee> addressees) {
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
        originalDue,
        addressees,
        channel(addressees),
        issuer,
        focal,
        state,
        content,
        handedInOn,
        returnReason,
        open,
        stopReason,
        form,
        figures);
  }
}
