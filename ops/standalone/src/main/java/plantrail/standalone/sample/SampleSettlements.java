package plantrail.standalone.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import plantrail.command.inspection.closeinspection.CloseInspection;
import plantrail.command.inspection.confirmremedy.ConfirmRemedy;
import plantrail.command.inspection.domain.Inspection;
import plantrail.command.report.acceptreport.AcceptReport;
import plantrail.command.report.domain.Report;
import plantrail.command.report.submitreport.SubmitReport;
import plantrail.command.report.waivereport.WaiveReport;
import plantrail.command.task.accepttask.AcceptTask;
import plantrail.command.task.accepttaskresult.AcceptTaskResult;
import plantrail.command.task.canceltask.CancelTask;
import plantrail.command.task.domain.Task;
import plantrail.command.task.submittaskresult.SubmitTaskResult;
import plantrail.kernel.inspection.InspectionId;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.task.TaskProgress;

/**
 * How those who have a plan's open work go through it: some is done after all, some is called off,
 * some stays; what came in is accepted, and what an inspection found is mended.
 */
@Component
class SampleSettlements {
  /** A result is judged and a remedy confirmed within so many days. */
  private static final int JUDGED_WITHIN = 7;

  private final List<String> results;
  private final List<String> reports;
  private final List<String> remedied;
  private final List<String> conclusions;
  private final List<String> settlements;

  SampleSettlements(SampleFiles files) {
    results = files.phrases("lateResults");
    reports = files.phrases("reports");
    remedied = files.phrases("remedied");
    conclusions = files.phrases("conclusions");
    settlements = files.phrases("settlements");
  }

  /** What becomes of a task as it stood when the settlement began. */
  List<Deed> of(PlanLife.Settlement told, Task task) {
    Chance chance = Chance.of(task.assigned().taskId(), told.toString());
    boolean ofInspection = task.assigned().inspectionId() != null;
    if (task.finished() || !lapsed(task.due(), told) || (!ofInspection && told.leaves(chance))) {
      return List.of();
    }
    TaskId id = new TaskId(task.assigned().taskId());
    Task.Parties parties = task.parties();
    String judge =
        parties.focal() == null || parties.focal().equals(parties.responsible())
            ? parties.assigner()
            : parties.focal();
    if (!ofInspection && !told.isDone(chance)) {
      LocalDate day = chance.between(told.from(), told.to());
      return List.of(
          chance.deed(
              day, 14, judge, new CancelTask(id, told.reason(), document(id.value()), null)));
    }
    List<Deed> deeds = new ArrayList<>();
    LocalDate taken = chance.between(told.from(), told.to().minusDays(2 * JUDGED_WITHIN));
    if (task.progress() == TaskProgress.ASSIGNED) {
      deeds.add(chance.deed(taken, 8, task.agency(), new AcceptTask(id)));
    }
    LocalDate done = chance.between(taken, told.to().minusDays(JUDGED_WITHIN));
    if (task.progress() != TaskProgress.SUBMITTED) {
      deeds.add(
          chance.deed(
              done,
              10,
              task.agency(),
              new SubmitTaskResult(id, chance.pick(results), List.of(), null)));
    }
    LocalDate judged = done.plusDays(1L + chance.below(JUDGED_WITHIN));
    deeds.add(chance.deed(judged, 15, judge, new AcceptTaskResult(id, null)));
    return deeds;
  }

  /** What a call-off of that duty rests on. */
  private String document(String duty) {
    return Chance.of(duty, "settlement").pick(settlements);
  }

  /** What becomes of a report as it stood when the settlement began. */
  List<Deed> of(PlanLife.Settlement told, Report report) {
    Chance chance = Chance.of(report.opened().reportId(), told.toString());
    String judge = otherThanReporter(report, Addressee::channel, report.parties().issuer());
    if (judge == null || !lapsed(report.due(), told)) {
      return List.of();
    }
    ReportId id = new ReportId(report.opened().reportId());
    return switch (report.state()) {
      case SUBMITTED ->
          List.of(
              chance.deed(
                  chance.between(told.from(), told.to()), 11, judge, new AcceptReport(id, null)));
      case OPEN, RETURNED -> owed(told, report, id, judge, chance);
      case ACCEPTED, WAIVED, WITHDRAWN -> List.of();
    };
  }

  private List<Deed> owed(
      PlanLife.Settlement told, Report report, ReportId id, String judge, Chance chance) {
    if (told.leaves(chance)) {
      return List.of();
    }
    if (!told.isDone(chance)) {
      LocalDate day = chance.between(told.from(), told.to());
      String by = otherThanReporter(report, each -> report.parties().focal(), judge);
      return List.of(
          chance.deed(
              day,
              14,
              Objects.requireNonNull(by),
              new WaiveReport(id, told.reason(), document(id.value()))));
    }
    LocalDate done = chance.between(told.from(), told.to().minusDays(JUDGED_WITHIN));
    return List.of(
        chance.deed(
            done,
            9,
            report.agency(),
            new SubmitReport(id, chance.pick(reports), SampleFigures.of(report.opened()))),
        chance.deed(
            done.plusDays(1L + chance.below(JUDGED_WITHIN)),
            15,
            judge,
            new AcceptReport(id, null)));
  }

  /** How an inspection ends whose findings were mended in the settlement. */
  List<Deed> of(PlanLife.Settlement told, InspectionId id, Inspection inspection) {
    Chance chance = Chance.of(id.value(), told.toString());
    String inspector = inspection.matter().inspector();
    Deed closed =
        chance.deed(
            told.to().plusDays(2L),
            9,
            inspector,
            new CloseInspection(id, chance.pick(conclusions)));
    return switch (inspection.state()) {
      case RECORDED ->
          inspection.toMend().isEmpty()
              ? List.of(closed)
              : List.of(
                  chance.deed(
                      told.to().plusDays(1L),
                      9,
                      inspector,
                      new ConfirmRemedy(id, chance.pick(remedied))),
                  closed);
      case REMEDIED -> List.of(closed);
      case PLANNED, UNDER_WAY, CLOSED, CANCELLED -> List.of();
    };
  }

  /** Whether nothing is played of it any more: its day has passed, or it has none. */
  private static boolean lapsed(@Nullable LocalDate due, PlanLife.Settlement told) {
    return due == null || due.isBefore(told.from());
  }

  /**
   * Code of the first who is not the report's reporter: those on its way, its addressees, and one
   * more; null if all of them are.
   */
  private static @Nullable String otherThanReporter(
      Report report, Function<Addressee, @Nullable String> onTheWay, String oneMore) {
    List<Addressee> addressees = report.parties().addressees();
    return Stream.of(
            addressees.stream().map(onTheWay),
            addressees.stream().map(Addressee::agency),
            Stream.of(oneMore))
        .flatMap(each -> each)
        .filter(each -> each != null && !each.equals(report.agency()))
        .findFirst()
        .orElse(null);
  }
}
