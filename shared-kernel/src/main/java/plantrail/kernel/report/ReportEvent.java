package plantrail.kernel.report;

import plantrail.kernel.DomainEvent;

/** What happens to a report. */
public sealed interface ReportEvent extends DomainEvent
    permits ReportOpened,
        ReportSubmitted,
        ReportReturned,
        ReportAccepted,
        ReportUrged,
        ReportWaived,
        ReportWithdrawn,
        ReportRescheduled,
        ReportRevised,
        ReportTransferred,
        ReportReminded,
        ReportLapseNoticed,
        ReportEscalated {
  String reportId();

  @Override
  default String subject() {
    return reportId();
  }
}
