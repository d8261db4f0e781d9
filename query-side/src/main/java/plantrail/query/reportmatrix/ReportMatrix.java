package plantrail.query.reportmatrix;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.calendar.Timeliness;
import plantrail.kernel.report.ReportState;
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
  public List<Rule> rules() {
    return columns.stream()
        .collect(groupingBy(Column::rule, LinkedHashMap::new, toList()))
        .values()
        .stream()
        .map(each -> new Rule(each.getFirst().title(), each.size()))
        .toList();
  }

  /**
   * A rule as a head above its columns.
   *
   * @param periods how many columns it has
   */
  public record Rule(String title, int periods) {}

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
   * One agency's reports.
   *
   * @param cells one for each column, in their order; null where it owes none
   */
  public record Row(String agency, @Nullable String agencyName, List<@Nullable Cell> cells) {}

  /** One report. */
  public record Cell(
      String id,
      ReportState state,
      Timeliness timeliness,
      @Nullable LocalDate due,
      @Nullable LocalDate handedInOn,
      boolean dueSoon) {}
}
