package plantrail.standalone.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import plantrail.command.Command;
import plantrail.command.inspection.recordinspection.RecordInspection;
import plantrail.command.report.acceptreport.AcceptReport;
import plantrail.command.report.returnreport.ReturnReport;
import plantrail.command.report.submitreport.SubmitReport;
import plantrail.command.task.accepttask.AcceptTask;
import plantrail.command.task.accepttaskresult.AcceptTaskResult;
import plantrail.command.task.reportprogress.ReportProgress;
import plantrail.command.task.returntaskresult.ReturnTaskResult;
import plantrail.command.task.submittaskresult.SubmitTaskResult;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.inspection.Recommendation;
import plantrail.kernel.plan.PlanIssued;
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

  private final SampleFiles files;
  private final List<String> progress;
  private final List<String> results;
  private final List<String> reports;
  private final List<String> returns;
  private final List<String> findings;
  private final List<String> recommendations;

  SampleLife(SampleFiles files) {
    this.files = files;
    progress = files.phrases("progress");
    results = files.phrases("results");
    reports = files.phrases("reports");
    returns = files.phrases("returns");
    findings = files.phrases("findings");
    recommendations = files.phrases("recommendations");
  }

  /** One thing that somebody does at some time. */
  record Deed(Instant at, String agency, Command command) {}

  /** How somebody deals with a duty. */
  private enum Manner {
    IN_TIME,
    LATE,
    RETURNED_ONCE,
    UNFINISHED,
    UNTOUCHED;

    static Manner of(Random random) {
      int dice = random.nextInt(100);
      return dice < 62
          ? IN_TIME
          : dice < 76 ? LATE : dice < 84 ? RETURNED_ONCE : dice < 93 ? UNFINISHED : UNTOUCHED;
    }
  }

  /** What becomes of a task that was charged on that day. */
  List<Deed> of(TaskAssigned task, LocalDate charged, @Nullable LocalDate planEnd) {
    Random random = new Random(task.taskId().hashCode());
    Day day = new Day(random);
    List<Deed> deeds = new ArrayList<>();
    Manner manner = Manner.of(random);
    boolean commune = task.agency().chars().filter(c -> c == '.').count() > 1;
    if (manner == Manner.UNTOUCHED || (commune && random.nextInt(COMMUNE_PARTS) > 0)) {
      return deeds;
    }
    TaskId id = new TaskId(task.taskId());
    LocalDate due = due(task.due(), charged, planEnd, random);
    LocalDate accepted = min(charged.plusDays(random.nextInt(5)), due);
    deeds.add(day.deed(accepted, 8, task.agency(), new AcceptTask(id)));
    LocalDate half = between(accepted, due, random);
    deeds.add(
        day.deed(
            half,
            10,
            task.agency(),
            new ReportProgress(
                id, 10 * (2 + random.nextInt(7)), pick(progress, random), List.of())));
    if (manner == Manner.UNFINISHED) {
      return deeds;
    }
    LocalDate handedIn =
        manner == Manner.LATE ? due.plusDays(1 + random.nextInt(20)) : between(half, due, random);
    String judge =
        task.focal() == null || task.focal().equals(task.agency()) ? task.assigner() : task.focal();
    boolean nobodyElse = judge.equals(task.agency());
    deeds.add(
        day.deed(
            handedIn,
            13,
            task.agency(),
            new SubmitTaskResult(id, pick(results, random), List.of(), null)));
    if (nobodyElse) {
      deeds.add(day.deed(handedIn, 16, judge, new AcceptTaskResult(id, null)));
      return deeds;
    }
    LocalDate judged = handedIn.plusDays(1 + random.nextInt(6));
    if (manner == Manner.RETURNED_ONCE) {
      deeds.add(day.deed(judged, 9, judge, new ReturnTaskResult(id, pick(returns, random))));
      judged = judged.plusDays(2 + random.nextInt(6));
      deeds.add(
          day.deed(
              judged,
              11,
              task.agency(),
              new SubmitTaskResult(id, pick(results, random), List.of(), null)));
      judged = judged.plusDays(1);
    }
    deeds.add(day.deed(judged, 15, judge, new AcceptTaskResult(id, null)));
    return deeds;
  }

  /** What becomes of a report. */
  List<Deed> of(ReportOpened report, LocalDate opened) {
    Random random = new Random(report.reportId().hashCode());
    Day day = new Day(random);
    List<Deed> deeds = new ArrayList<>();
    Manner manner = Manner.of(random);
    if (manner == Manner.UNTOUCHED) {
      return deeds;
    }
    ReportId id = new ReportId(report.reportId());
    LocalDate due = report.due() == null ? report.periodTo() : report.due();
    LocalDate handedIn =
        manner == Manner.LATE
            ? due.plusDays(1 + random.nextInt(12))
            : due.minusDays(random.nextInt(9));
    handedIn = handedIn.isBefore(opened) ? opened : handedIn;
    deeds.add(
        day.deed(
            handedIn,
            9,
            report.agency(),
            new SubmitReport(id, pick(reports, random), SampleFigures.of(report))));
    String judge = judge(report);
    if (judge == null || manner == Manner.UNFINISHED) {
      return deeds;
    }
    LocalDate judged = handedIn.plusDays(1 + random.nextInt(5));
    if (manner == Manner.RETURNED_ONCE) {
      deeds.add(day.deed(judged, 9, judge, new ReturnReport(id, pick(returns, random))));
      judged = judged.plusDays(2 + random.nextInt(4));
      deeds.add(
          day.deed(
              judged,
              10,
              report.agency(),
              new SubmitReport(id, pick(reports, random), SampleFigures.of(report))));
      judged = judged.plusDays(1);
    }
    deeds.add(day.deed(judged, 14, judge, new AcceptReport(id, null)));
    return deeds;
  }

  private static @Nullable String judge(ReportOpened report) {
    for (var addressee : report.addressees()) {
      if (addressee.channel() != null && !addressee.channel().equals(report.agency())) {
        return addressee.channel();
      }
    }
    return report.issuer().equals(report.agency()) ? null : report.issuer();
  }

  /** The inspections that the focal agency makes at some of the units that owe reports. */
  List<Deed> inspections(PlanIssued plan, List<String> units) {
    List<Deed> deeds = new ArrayList<>();
    String inspector = plan.focal();
    if (inspector == null) {
      return deeds;
    }
    Random random = new Random(plan.planId().hashCode());
    Day day = new Day(random);
    LocalDate last = plan.horizon().minusDays(45);
    for (String unit : units) {
      if (unit.equals(inspector) || random.nextInt(6) > 0) {
        continue;
      }
      LocalDate inspected = between(plan.issueDate().plusDays(60), last, random);
      List<Recommendation> asked = new ArrayList<>();
      for (int i = random.nextInt(3); i > 0; i--) {
        asked.add(
            new Recommendation(
                recommendations.get((i + unit.length()) % recommendations.size()),
                inspected.plusDays(20L + random.nextInt(25))));
      }
      deeds.add(
          day.deed(
              inspected,
              16,
              inspector,
              new RecordInspection(
                  plan.planId(),
                  inspector,
                  unit,
                  inspected,
                  files.phrases("basis").getFirst(),
                  List.of(pick(findings, random)),
                  asked,
                  List.of())));
    }
    return deeds;
  }

  private static LocalDate due(
      @Nullable LocalDate due, LocalDate charged, @Nullable LocalDate planEnd, Random random) {
    if (due != null) {
      return due;
    }
    LocalDate end = planEnd == null ? charged.plusMonths(9) : planEnd;
    return between(charged.plusDays(20), end, random);
  }

  private static LocalDate between(LocalDate from, LocalDate to, Random random) {
    int days = (int) Math.max(0, to.toEpochDay() - from.toEpochDay());
    return from.plusDays(days == 0 ? 0 : random.nextInt(days + 1));
  }

  private static LocalDate min(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  private static String pick(List<String> from, Random random) {
    return from.get(random.nextInt(from.size()));
  }

  /** Gives deeds their minute of the day. */
  private record Day(Random random) {
    Deed deed(LocalDate day, int hour, String agency, Command command) {
      return new Deed(
          day.atTime(java.time.LocalTime.of(hour, random.nextInt(60), random.nextInt(60)))
              .atZone(LocalTime.ZONE)
              .toInstant(),
          agency,
          command);
    }
  }
}
