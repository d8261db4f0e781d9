package plantrail.standalone.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import plantrail.command.report.acceptreport.AcceptReport;
import plantrail.command.report.returnreport.ReturnReport;
import plantrail.command.report.submitreport.SubmitReport;
import plantrail.command.task.accepttask.AcceptTask;
import plantrail.command.task.accepttaskresult.AcceptTaskResult;
import plantrail.command.task.grantextension.GrantExtension;
import plantrail.command.task.refuseextension.RefuseExtension;
import plantrail.command.task.reportprogress.ReportProgress;
import plantrail.command.task.requestextension.RequestExtension;
import plantrail.command.task.returntaskresult.ReturnTaskResult;
import plantrail.command.task.submittaskresult.SubmitTaskResult;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.calendar.Period;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.report.Figure;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.report.ReportOpened;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskId;

/**
 * What the people of the sample do with their duties: most in time, some late, some returned, some
 * never. What happens to a duty follows from its identifier, so it is the same at every loading.
 */
@Component
class SampleLife {
  private static final int COMMUNE_PARTS = 3;
  private static final int EXTENSION = 10;
  private static final int AROUND = 3;

  private final Successors successors;
  private final List<String> progress;
  private final List<String> results;
  private final List<String> reports;
  private final List<String> returns;
  private final List<String> briefings;
  private final List<String> news;
  private final List<String> omitted;
  private final List<String> extensions;
  private final List<String> requests;
  private final List<String> refusals;

  SampleLife(SampleFiles files, Successors successors) {
    this.successors = successors;
    progress = files.phrases("progress");
    results = files.phrases("results");
    reports = files.phrases("reports");
    returns = files.phrases("returns");
    briefings = files.phrases("briefings");
    news = files.phrases("news");
    omitted = files.phrases("omitted");
    extensions = files.phrases("extensions");
    requests = files.phrases("requests");
    refusals = files.phrases("refusals");
  }

  /** Last day of what the sample tells of a plan: its end, or that of the year of its issue. */
  static LocalDate end(PlanIssued plan) {
    LocalDate end = plan.periodTo();
    return end != null ? end : plan.horizon();
  }

  /** How somebody deals with a duty. */
  private enum Manner {
    IN_TIME,
    LATE,
    RETURNED_ONCE,
    UNFINISHED,
    UNTOUCHED;

    static Manner of(Chance chance) {
      int dice = chance.below(100);
      return dice < 62
          ? IN_TIME
          : dice < 76 ? LATE : dice < 84 ? RETURNED_ONCE : dice < 93 ? UNFINISHED : UNTOUCHED;
    }
  }

  /** What becomes of a task that was charged on that day. */
  List<Deed> of(TaskAssigned task, LocalDate charged, @Nullable LocalDate planEnd) {
    Chance chance = Chance.of(task.taskId());
    Manner manner = Manner.of(chance);
    return manner == Manner.UNTOUCHED || (isCommune(task) && chance.below(COMMUNE_PARTS) > 0)
        ? List.of()
        : of(task, charged, planEnd, manner, chance);
  }

  /** What becomes of a part of a task: it is done in time. */
  List<Deed> part(TaskAssigned part, LocalDate charged) {
    return of(part, charged, null, Manner.IN_TIME, Chance.of(part.taskId()));
  }

  static boolean isCommune(TaskAssigned task) {
    String code = task.agency();
    return code.indexOf('.') != code.lastIndexOf('.')
        && Character.isDigit(code.charAt(code.lastIndexOf('.') + 1));
  }

  private List<Deed> of(
      TaskAssigned task,
      LocalDate charged,
      @Nullable LocalDate planEnd,
      Manner manner,
      Chance chance) {
    List<Deed> deeds = new ArrayList<>();
    TaskId id = new TaskId(task.taskId());
    LocalDate due = due(task.due(), charged, planEnd, chance);
    LocalDate accepted = min(charged.plusDays(chance.below(5)), due);
    deeds.add(chance.deed(accepted, 8, task.agency(), new AcceptTask(id)));
    LocalDate half = chance.between(accepted, due);
    deeds.add(
        chance.deed(
            half,
            10,
            task.agency(),
            new ReportProgress(
                id, 10 * (2 + chance.below(7)), chance.pick(progress), List.of(), List.of())));
    if (manner == Manner.UNFINISHED) {
      return deeds;
    }
    LocalDate handedIn =
        manner == Manner.LATE ? due.plusDays(1 + chance.below(20)) : chance.between(half, due);
    String judge = judge(task);
    if (manner == Manner.LATE && task.due() != null) {
      deeds.addAll(extension(id, task.agency(), judge, accepted, due));
    }
    boolean nobodyElse = judge.equals(task.agency());
    deeds.add(
        chance.deed(
            handedIn,
            13,
            task.agency(),
            new SubmitTaskResult(id, chance.pick(results), List.of(), null)));
    if (nobodyElse) {
      deeds.add(chance.deed(handedIn, 16, judge, new AcceptTaskResult(id, null)));
      return deeds;
    }
    LocalDate judged = handedIn.plusDays(1 + chance.below(6));
    if (manner == Manner.RETURNED_ONCE) {
      deeds.add(chance.deed(judged, 9, judge, new ReturnTaskResult(id, chance.pick(returns))));
      judged = judged.plusDays(2 + chance.below(6));
      deeds.add(
          chance.deed(
              judged,
              11,
              task.agency(),
              new SubmitTaskResult(id, chance.pick(results), List.of(), null)));
      judged = judged.plusDays(1);
    }
    deeds.add(chance.deed(judged, 15, judge, new AcceptTaskResult(id, null)));
    return deeds;
  }

  private static String judge(TaskAssigned task) {
    String focal = task.focal();
    return focal == null || focal.equals(task.agency()) || task.parentTask() != null
        ? task.assigner()
        : focal;
  }

  /** Some who will be late ask for a later day beforehand. */
  private List<Deed> extension(
      TaskId id, String agency, String judge, LocalDate accepted, LocalDate due) {
    Chance chance = Chance.of(id.value(), "extension");
    LocalDate asked = due.minusDays(2L + chance.below(4));
    if (judge.equals(agency) || !asked.isAfter(accepted) || chance.oneIn(2)) {
      return List.of();
    }
    return List.of(
        chance.deed(
            asked,
            14,
            agency,
            new RequestExtension(
                id,
                due.plusDays(EXTENSION),
                chance.pick(extensions),
                Chance.of(id.value(), "request").pick(requests))),
        chance.deed(
            asked.plusDays(1),
            9,
            judge,
            chance.oneIn(3)
                ? new RefuseExtension(id, chance.pick(refusals))
                : new GrantExtension(id, null, null, null)));
  }

  /** What becomes of a report. */
  List<Deed> of(ReportOpened report, LocalDate opened) {
    Chance chance = Chance.of(report.reportId());
    List<Deed> deeds = new ArrayList<>();
    Manner manner = Manner.of(chance);
    if (manner == Manner.UNTOUCHED) {
      return deeds;
    }
    ReportId id = new ReportId(report.reportId());
    LocalDate due = report.due() == null ? report.periodTo() : report.due();
    if (SampleFigures.isConfirmation(report)) {
      LocalDate day = day(manner, due, AROUND, AROUND, opened, chance);
      return List.of(chance.deed(day, 16, report.agency(), confirmation(id, report, chance)));
    }
    LocalDate handedIn = day(manner, due, 9, 12, opened, chance);
    deeds.add(
        chance.deed(
            handedIn,
            9,
            report.agency(),
            new SubmitReport(id, chance.pick(reports), SampleFigures.of(report))));
    String judge = judge(report, handedIn);
    if (judge == null || manner == Manner.UNFINISHED) {
      return deeds;
    }
    LocalDate judged = handedIn.plusDays(1 + chance.below(5));
    if (manner == Manner.RETURNED_ONCE) {
      deeds.add(chance.deed(judged, 9, judge, new ReturnReport(id, chance.pick(returns))));
      judged = judged.plusDays(2 + chance.below(4));
      deeds.add(
          chance.deed(
              judged,
              10,
              report.agency(),
              new SubmitReport(id, chance.pick(reports), SampleFigures.of(report))));
      judged = judged.plusDays(1);
    }
    deeds.add(chance.deed(judged, 14, judge, new AcceptReport(id, null)));
    return deeds;
  }

  /** When somebody hands in: up to so many days before the last timely one, or after it. */
  private static LocalDate day(
      Manner manner, LocalDate due, int before, int after, LocalDate opened, Chance chance) {
    LocalDate day =
        manner == Manner.LATE
            ? due.plusDays(1 + chance.below(after))
            : due.minusDays(chance.below(before));
    return day.isBefore(opened) ? opened : day;
  }

  /** What was done or left out; nobody has to judge it. */
  private SubmitReport confirmation(ReportId id, ReportOpened report, Chance chance) {
    List<Figure> figures = SampleFigures.of(report);
    boolean done = figures.stream().noneMatch(figure -> figure.value().equals("false"));
    boolean weekly = Period.parse(report.period()).frequency() == Frequency.WEEK;
    return new SubmitReport(id, chance.pick(!done ? omitted : weekly ? news : briefings), figures);
  }

  /** Who judges a report on that day; null if nobody but its reporter could. */
  private @Nullable String judge(ReportOpened report, LocalDate day) {
    Instant at = LocalTime.startOf(day);
    String reporter = successors.of(report.agency(), at);
    for (var addressee : report.addressees()) {
      if (addressee.channel() != null && !successors.of(addressee.channel(), at).equals(reporter)) {
        return addressee.channel();
      }
    }
    return successors.of(report.issuer(), at).equals(reporter) ? null : report.issuer();
  }

  private static LocalDate due(
      @Nullable LocalDate due, LocalDate charged, @Nullable LocalDate planEnd, Chance chance) {
    if (due != null) {
      return due;
    }
    LocalDate end = planEnd == null ? charged.plusMonths(9) : planEnd;
    return chance.between(charged.plusDays(20), end);
  }

  private static LocalDate min(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }
}
