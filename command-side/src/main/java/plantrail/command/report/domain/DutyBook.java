package plantrail.command.report.domain;

import plantrail.kernel.report.ReportEvent;

/** The book that says which reports each plan has. */
public interface DutyBook {
  /**
   * Notes what is being decided of a report together with that decision, so that whoever asks next
   * finds it there; to be told of it again changes nothing.
   */
  void note(ReportEvent event);
}
