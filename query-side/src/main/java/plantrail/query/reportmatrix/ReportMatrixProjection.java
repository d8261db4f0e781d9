package plantrail.query.reportmatrix;

import java.util.List;
import org.axonframework.config.ProcessingGroup;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import plantrail.kernel.report.ReportEvent;
import plantrail.query.platform.AsOfTable;
import plantrail.query.platform.Projection;
import plantrail.query.platform.Recorded;

/** Keeps the reports that are owed. */
@Component
@ProcessingGroup(ReportMatrixProjection.GROUP)
public class ReportMatrixProjection extends Projection {
  /** Name of the processing group. */
  public static final String GROUP = "report-matrix";

  private final AsOfTable<ReportRow> reports;

  public ReportMatrixProjection(JdbcTemplate jdbc) {
    this.reports = new AsOfTable<>(jdbc, "report", ReportRow.class);
  }

  @Override
  protected void write(List<Recorded> events) {
    reports.write(events, ReportEvent.class, ReportRow::after);
  }

  @Override
  public void clear() {
    reports.clear();
  }
}
