package plantrail.query.reportmatrix;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.calendar.Timeliness;
import plantrail.kernel.report.ReportState;
import plantrail.platform.docs.Gaps;
import plantrail.query.platform.AsOf;

/**
 * The reports of one plan: a row for each agency, a column for each period of each rule.
 *
 * @param plan identifier of the plan
 * @param columns rule by rule, the one that first falls due first; the periods of a rule in the
 *     order in which they fall due
 * @param rows agencies by name, as far as the reader sees their reports
 */
public record ReportMatrix(String plan, List<Column> columns, List<Row> rows, AsOf asOf) {

  /** The heads above the columns, in their order. */
  public List<Head> heads() {
    List<Head> heads = new ArrayList<>();
    for (Column column : columns) {
      Head last = heads.isEmpty() ? null : heads.getLast();
      if (last != null
          && last.rule().equals(column.rule())
          && last.title().equals(column.title())) {
        heads.set(heads.size() - 1, new Head(last.rule(), last.title(), last.periods() + 1));
      } else {
        heads.add(new Head(column.rule(), column.title(), 1));
      }
    }
    return heads;
  }

  /**
   * A head above neighbouring columns of one rule that have the same title; what was called for on
   * demand has one of its own.
   *
   * @param periods how many columns it has
   */
  public record Head(String rule, String title, int periods) {}

  /**
   * One period of one rule.
   *
   * @param due earliest last timely day of its reports; null if none has one
   * @param channels codes of the agencies that its reports pass through, in order
   */
  public record Column(
      String rule,
      String title,
      String period,
      LocalDate periodFrom,
      LocalDate periodTo,
      @Nullable LocalDate due,
      Set<String> channels) {}

  /**
   * One agency's reports. One that took over from others may owe several for a period: it has as
   * many rows.
   *
   * @param cells one for each column, in their order; null where it owes none
   */
  public record Row(String agency, @Nullable String agencyName, @Gaps List<@Nullable Cell> cells) {}

  /** One report. */
  public record Cell(
      String id,
      ReportState state,
      Timeliness timeliness,
      @Nullable LocalDate due,
      @Nullable LocalDate handedInOn,
      boolean dueSoon) {}
}
