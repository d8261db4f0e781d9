package plantrail.query.overview;

import java.util.List;
import org.jspecify.annotations.Nullable;
import plantrail.query.platform.AsOf;
import plantrail.query.platform.Counts;

/**
 * How one agency stands, as far as the reader sees it.
 *
 * @param tasks its own tasks
 * @param reports its own reports
 * @param plans its duties by plan, the plan with most overdue first
 * @param months its duties by the month in which they fall due
 * @param branch the duties of the agency and all below it
 * @param subordinates the agencies below it that have any duty, the worst first
 */
public record Scorecard(
    String agency,
    @Nullable String agencyName,
    Counts tasks,
    Counts reports,
    List<Overview.PlanFigures> plans,
    List<Overview.MonthFigures> months,
    Branch branch,
    List<Overview.AgencyFigures> subordinates,
    AsOf asOf) {

  /** The duties of an agency and all below it. */
  public record Branch(Counts tasks, Counts reports) {}
}
