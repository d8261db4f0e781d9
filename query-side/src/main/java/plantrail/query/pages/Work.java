package plantrail.query.pages;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
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
  private static final Paging MOST_PRESSING = new Paging(0, 100, "due", null);
  private static final Paging ONLY_COUNTED = new Paging(0, 1, null, null);

  private final Queries queries;

  Work(Queries queries) {
    this.queries = queries;
  }

  /** What the work of an agency is divided into; a duty can be in several. */
  public enum Kind {
    OWED,
    OVERDUE,
    DUE_SOON,
    RETURNED,
    TO_ANSWER;

    FindTasks.Filter tasks(String agency) {
      return switch (this) {
        case OWED -> tasks(agency, null, null, true, null);
        case OVERDUE -> tasks(agency, null, Timeliness.OPEN_OVERDUE, null, null);
        case DUE_SOON -> tasks(agency, null, null, null, true);
        case RETURNED -> tasks(agency, TaskProgress.RETURNED, null, null, null);
        case TO_ANSWER -> FindTasks.Filter.toAnswer(agency);
      };
    }

    FindReports.Filter reports(String agency) {
      return switch (this) {
        case OWED -> reports(agency, null, null, null, true, null);
        case OVERDUE -> reports(agency, null, null, Timeliness.OPEN_OVERDUE, null, null);
        case DUE_SOON -> reports(agency, null, null, null, null, true);
        case RETURNED -> reports(agency, null, ReportState.RETURNED, null, null, null);
        case TO_ANSWER -> reports(null, agency, ReportState.SUBMITTED, null, null, null);
      };
    }

    private static FindTasks.Filter tasks(
        String agency,
        @Nullable TaskProgress progress,
        @Nullable Timeliness timeliness,
        @Nullable Boolean open,
        @Nullable Boolean dueSoon) {
      return new FindTasks.Filter(
          null,
          null,
          agency,
          null,
          null,
          null,
          null,
          null,
          progress,
          timeliness,
          null,
          open,
          dueSoon,
          null,
          null,
          null);
    }

    private static FindReports.Filter reports(
        @Nullable String agency,
        @Nullable String recipient,
        @Nullable ReportState state,
        @Nullable Timeliness timeliness,
        @Nullable Boolean open,
        @Nullable Boolean dueSoon) {
      return new FindReports.Filter(
          null,
          null,
          agency,
          null,
          recipient,
          null,
          state,
          timeliness,
          null,
          open,
          dueSoon,
          null,
          null);
    }
  }

  /** One line of work: a task or a report. */
  public record Line(@Nullable TaskView task, @Nullable ReportView report) {
    boolean returned() {
      return task != null
          ? task.progress() == TaskProgress.RETURNED
          : requireNonNull(report).state() == ReportState.RETURNED;
    }

    LocalDate due() {
      LocalDate due = task != null ? task.due() : requireNonNull(report).due();
      return due == null ? LocalDate.MAX : due;
    }
  }

  /**
   * One kind of work of an agency.
   *
   * @param tasks the lists' filter that finds its tasks
   * @param reports the lists' filter that finds its reports
   * @param lines some of it, what was returned first, then by the due date
   */
  public record Heap(
      Kind kind,
      FindTasks.Filter tasks,
      FindReports.Filter reports,
      long taskNumber,
      long reportNumber,
      List<Line> lines,
      AsOf asOf) {
    public long number() {
      return taskNumber + reportNumber;
    }
  }

  /**
   * The work of an agency.
   *
   * @param figures what is counted only
   */
  public record Board(List<Heap> figures, Heap owed, Heap toAnswer) {}

  /**
   * How many duties of the agency are overdue now.
   *
   * @param after mark of a command that the number must show; null for none
   */
  long waiting(Actor me, @Nullable String after) {
    return Page.works(me)
        ? heap(Kind.OVERDUE, me, new When(null, after), ONLY_COUNTED).number()
        : 0;
  }

  Board board(Actor me, When when) {
    Heap toAnswer = heap(Kind.TO_ANSWER, me, when, MOST_PRESSING);
    return new Board(
        List.of(
            heap(Kind.OVERDUE, me, when, ONLY_COUNTED),
            heap(Kind.DUE_SOON, me, when, ONLY_COUNTED),
            heap(Kind.RETURNED, me, when, ONLY_COUNTED),
            toAnswer),
        heap(Kind.OWED, me, when, MOST_PRESSING),
        toAnswer);
  }

  private Heap heap(Kind kind, Actor me, When when, Paging paging) {
    String agency = requireNonNull(me.agency());
    FindTasks.Filter ofTasks = kind.tasks(agency);
    FindReports.Filter ofReports = kind.reports(agency);
    TaskPage tasks = queries.ask(new FindTasks(me, when, ofTasks, paging), TaskPage.class);
    ReportPage reports =
        queries.ask(new FindReports(me, when, ofReports, paging), ReportPage.class);
    return new Heap(
        kind,
        ofTasks,
        ofReports,
        tasks.total(),
        reports.total(),
        Stream.concat(
                tasks.items().stream().map(each -> new Line(each, null)),
                reports.items().stream().map(each -> new Line(null, each)))
            .sorted(Comparator.comparing(Line::returned).reversed().thenComparing(Line::due))
            .toList(),
        tasks.asOf());
  }
}
