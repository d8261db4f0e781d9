package plantrail.kernel.report;

import com.fasterxml.jackson.annotation.JsonValue;
import plantrail.kernel.ContentId;

/** Identifies a report. */
public record ReportId(@JsonValue String value) {

  /** The identifier of one agency's report for one period of one reporting rule of a plan. */
  public static ReportId of(String planId, String rule, String period, String agency) {
    return new ReportId(ContentId.of("report", planId, rule, period, agency));
  }

  @Override
  public String toString() {
    return value;
  }
}
