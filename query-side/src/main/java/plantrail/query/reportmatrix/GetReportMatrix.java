package plantrail.query.reportmatrix;

import plantrail.kernel.message.Actor;
import plantrail.query.platform.When;

/** The reports of one plan as a matrix. Answered with a {@link ReportMatrix}. */
public record GetReportMatrix(Actor reader, When when, String plan) {}
