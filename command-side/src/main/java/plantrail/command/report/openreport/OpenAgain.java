package plantrail.command.report.openreport;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.report.ReportOpened;

/**
 * Opens a report again that was withdrawn and that its plan asks for anew. Given by the automation
 * alone.
 *
 * @param reportId the report
 * @param opening what is owed from now on, and by whom
 */
public record OpenAgain(@TargetAggregateIdentifier ReportId reportId, ReportOpened opening) {}
