package plantrail.kernel.report;

import plantrail.kernel.DomainEvent;

/** What happens to a report. */
public sealed interface ReportEvent extends DomainEvent
    permits ReportOpened, ReportSubmitted, ReportReturned, ReportAccepted {
  String reportId();

  @Override
  default String subject() {
    return reportId();
  }
}
