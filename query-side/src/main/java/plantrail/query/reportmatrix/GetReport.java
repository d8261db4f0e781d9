package plantrail.query.reportmatrix;

import plantrail.kernel.message.Actor;
import plantrail.query.platform.When;

/** One report. Answered with a {@link ReportAnswer}. */
public record GetReport(Actor reader, When when, String id) {}
