package plantrail.query.overview;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.calendar.Timeliness;
import plantrail.query.platform.AsOf;
import plantrail.query.platform.Counts;

/**
 * How things stand, as far as the reader sees them.
 *
 * @param plans plans with any duty, the one with most overdue first
 * @param agencies agencies with any duty, the worst first: most overdue, then most late
 * @param months duties by the month in which they fall due, in order; months without any are left
 *     out
 */
public record Overview(
    Counts tasks,
    Counts reports,
    List<PlanFigures> plans,
    List<AgencyFigures> agencies,
    List<MonthFigures> months,
    AsOf asOf) {

  /** The agencies that have anything still to be done, in the same order. */
  public List<AgencyFigures> owing() {
    return agencies.stream()
        .filter(each -> each.tasks().open() > 0 || each.reports().open() > 0)
        .toList();
  }

  /** One plan's duties. */
  public record PlanFigures(
      String plan,
      @Nullable String document,
      @Nullable String title,
      Counts tasks,
      Counts reports) {}

  /** One agency's duties. */
  public record AgencyFigures(
      String agency, @Nullable String agencyName, Counts tasks, Counts reports) {}

  /** The duties that fall due in one month. */
  public record MonthFigures(
      YearMonth month, Map<Timeliness, Long> tasks, Map<Timeliness, Long> reports) {}
}
