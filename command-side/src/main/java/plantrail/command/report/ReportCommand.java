package plantrail.command.report;

import plantrail.command.StepCommand;
import plantrail.command.report.domain.Report;
import plantrail.kernel.report.ReportEvent;

/** A step of an existing report. */
public interface ReportCommand extends StepCommand<Report, ReportEvent> {}
