package plantrail.query.overview;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;
import static java.util.stream.Collectors.groupingBy;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import plantrail.kernel.calendar.Timeliness;
import plantrail.kernel.report.ReportState;
import plantrail.kernel.task.TaskProgress;
import plantrail.query.overview.Overview.AgencyFigures;
import plantrail.query.overview.Overview.MonthFigures;
import plantrail.query.overview.Overview.PlanFigures;
import plantrail.query.platform.Counts;

/**
 * Counted tasks and reports, put together.
 *
 * @param names names of the agencies, by code
 * @param plans the plans, by identifier
 */
record Figures(
    List<Group> taskGroups,
    List<Group> reportGroups,
    Map<String, String> names,
    Map<String, Plan> plans) {

  /** What the duties of a group have in common. */
  enum By {
    ALL,
    PLAN,
    AGENCY,
    MONTH
  }

  /** Duties that have one thing, their state and their timeliness in common. */
  record Group(By by, Counts.Group counts) {}

  /** What a plan is called. */
  record Plan(String id, String document, String title) {}

  Counts tasks() {
    return sumTasks(groups(taskGroups, By.ALL).getOrDefault("", List.of()));
  }

  Counts reports() {
    return sumReports(groups(reportGroups, By.ALL).getOrDefault("", List.of()));
  }

  List<PlanFigures> byPlan() {
    return by(
        By.PLAN,
        (plan, tasks, reports) -> {
          Plan known = plans.get(plan);
          return new PlanFigures(
              plan,
              known == null ? null : known.document(),
              known == null ? null : known.title(),
              tasks,
              reports);
        },
        worstFirst(PlanFigures::tasks, PlanFigures::reports, PlanFigures::plan));
  }

  List<AgencyFigures> byAgency() {
    return by(
        By.AGENCY,
        (agency, tasks, reports) -> new AgencyFigures(agency, names.get(agency), tasks, reports),
        worstFirst(AgencyFigures::tasks, AgencyFigures::reports, AgencyFigures::agency));
  }

  List<MonthFigures> byMonth() {
    return by(
        By.MONTH,
        (month, tasks, reports) ->
            new MonthFigures(YearMonth.parse(month), tasks.byTimeliness(), reports.byTimeliness()),
        comparing(MonthFigures::month));
  }

  private interface Row<T> {
    T of(String key, Counts tasks, Counts reports);
  }

  private <T> List<T> by(By by, Row<T> row, Comparator<T> order) {
    Map<String, List<Counts.Group>> tasks = groups(taskGroups, by);
    Map<String, List<Counts.Group>> reports = groups(reportGroups, by);
    SortedSet<String> keys = new TreeSet<>(tasks.keySet());
    keys.addAll(reports.keySet());
    keys.remove("");
    return keys.stream()
        .map(key ->
            row.of(
                key,
                sumTasks(tasks.getOrDefault(key, List.of())),
                sumReports(reports.getOrDefault(key, List.of()))))
        .sorted(order)
        .toList();
  }

  private static Map<String, List<Counts.Group>> groups(List<Group> groups, By by) {
    return groups.stream()
        .filter(each -> each.by() == by)
        .map(Group::counts)
        .collect(groupingBy(Counts.Group::of));
  }

  private static Counts sumTasks(List<Counts.Group> groups) {
    return Counts.sum(TaskProgress.class, groups);
  }

  private static Counts sumReports(List<Counts.Group> groups) {
    return Counts.sum(ReportState.class, groups);
  }

  private static <T> Comparator<T> worstFirst(
      Function<T, Counts> tasks, Function<T, Counts> reports, Function<T, String> key) {
    Comparator<T> best =
        comparingLong(
            each -> number(Timeliness.OPEN_OVERDUE, tasks.apply(each), reports.apply(each)));
    return best.thenComparingLong(
            each -> number(Timeliness.DONE_LATE, tasks.apply(each), reports.apply(each)))
        .reversed()
        .thenComparing(key);
  }

  private static long number(Timeliness timeliness, Counts tasks, Counts reports) {
    return tasks.of(timeliness) + reports.of(timeliness);
  }
}
