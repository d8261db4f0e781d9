package plantrail.query.pages;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import plantrail.kernel.calendar.Timeliness;
import plantrail.kernel.message.Actor;
import plantrail.kernel.report.ReportState;
import plantrail.kernel.task.TaskProgress;
import plantrail.query.platform.AsOf;
import plantrail.query.platform.Paging;
import plantrail.query.platform.Queries;
import plantrail.query.platform.When;
import plantrail.query.reportmatrix.FindReports;
import plantrail.query.reportmatrix.ReportPage;
import plantrail.query.reportmatrix.ReportView;
import plantrail.query.taskboard.FindTasks;
import plantrail.query.taskboard.TaskPage;
import plantrail.query.taskboard.TaskView;

/** An agency's work: what it owes, and what awaits its answer. */
@Component
public class Work {
  private static final Paging ALL = new Paging(0, Paging.LARGEST, "due", null);
  private static final Paging COUNT = new Paging(0, 1, null, null);

  private final Queries queries;

  Work(Queries queries) {
    this.queries = queries;
  }

  /** One line of work: a task or a report. */
  public record Line(@Nullable TaskView task, @Nullable ReportView report) {
    Timeliness timeliness() {
      return task != null ? task.timeliness() : requireNonNull(report).timeliness();
    }

    boolean returned() {
      return task != null
          ? task.progress() == TaskProgress.RETURNED
          : requireNonNull(report).state() == ReportState.RETURNED;
    }

    boolean dueSoon() {
      return task != null ? task.dueSoon() : requireNonNull(report).dueSoon();
    }

    LocalDate due() {
      LocalDate due = task != null ? task.due() : requireNonNull(report).due();
      return due == null ? LocalDate.MAX : due;
    }
  }

  /**
   * The work of an agency, most pressing first.
   *
   * @param owed what it owes
   * @param toAnswer what others handed in and it has to accept or return
   * @param more how many lines are not shown
   */
  public record Board(List<Line> owed, List<Line> toAnswer, long more, AsOf asOf) {
    public long overdue() {
      return owed.stream().filter(each -> each.timeliness() == Timeliness.OPEN_OVERDUE).count();
    }

    public long dueSoon() {
      return owed.stream().filter(Line::dueSoon).count();
    }

    public long returned() {
      return owed.stream().filter(Line::returned).count();
    }
  }

  /** How many duties of the agency are overdue. */
  long waiting(Actor me) {
    if (!Page.works(me)) {
      return 0;
    }
    return tasks(me, When.NOW, COUNT, Timeliness.OPEN_OVERDUE).total()
        + reports(me, When.NOW, COUNT, Timeliness.OPEN_OVERDUE).total();
  }

  Board board(Actor me, When when) {
    TaskPage tasks = tasks(me, when, ALL, null);
    ReportPage reports = reports(me, when, ALL, null);
    TaskPage results =
        ask(
            me,
            when,
            new FindTasks.Filter(
                null,
                null,
                null,
                null,
                null,
                me.agency(),
                null,
                TaskProgress.SUBMITTED,
                null,
                null,
                null,
                null,
                null,
                null));
    ReportPage handedIn =
        queries.ask(
            new FindReports(
                me,
                when,
                new FindReports.Filter(
                    null,
                    null,
                    null,
                    null,
                    me.agency(),
                    null,
                    ReportState.SUBMITTED,
                    null,
                    null,
                    null,
                    null,
                    null),
                ALL),
            ReportPage.class);
    List<Line> owed = new ArrayList<>();
    tasks.items().forEach(each -> owed.add(new Line(each, null)));
    reports.items().forEach(each -> owed.add(new Line(null, each)));
    owed.sort(Comparator.comparing(Line::returned).reversed().thenComparing(Line::due));
    List<Line> toAnswer = new ArrayList<>();
    handedIn.items().stream()
        .filter(each -> !each.steps().isEmpty() || when.at() != null)
        .forEach(each -> toAnswer.add(new Line(null, each)));
    results.items().stream()
        .filter(each -> !each.steps().isEmpty() || when.at() != null)
        .forEach(each -> toAnswer.add(new Line(each, null)));
    long shown =
        tasks.items().size()
            + reports.items().size()
            + results.items().size()
            + handedIn.items().size();
    return new Board(
        owed,
        toAnswer,
        tasks.total() + reports.total() + results.total() + handedIn.total() - shown,
        tasks.asOf());
  }

  private TaskPage tasks(Actor me, When when, Paging paging, @Nullable Timeliness timeliness) {
    return queries.ask(
        new FindTasks(
            me,
            when,
            new FindTasks.Filter(
                null,
                null,
                me.agency(),
                null,
                null,
                null,
                null,
                null,
                timeliness,
                true,
                null,
                null,
                null,
                null),
            paging),
        TaskPage.class);
  }

  private TaskPage ask(Actor me, When when, FindTasks.Filter filter) {
    return queries.ask(new FindTasks(me, when, filter, ALL), TaskPage.class);
  }

  private ReportPage reports(Actor me, When when, Paging paging, @Nullable Timeliness timeliness) {
    return queries.ask(
        new FindReports(
            me,
            when,
            new FindReports.Filter(
                null,
                null,
                me.agency(),
                null,
                null,
                null,
                null,
                timeliness,
                true,
                null,
                null,
                null),
            paging),
        ReportPage.class);
  }
}
