package plantrail.command.task;

import static org.assertj.core.api.Assertions.assertThat;
import static plantrail.command.Given.AGENCIES;
import static plantrail.command.Given.DISTRICT;
import static plantrail.command.Given.HOME_AFFAIRS;
import static plantrail.command.Given.NOW;
import static plantrail.command.Given.NO_FILES;
import static plantrail.command.Given.OTHER_DISTRICT;
import static plantrail.command.Given.PROVINCE;
import static plantrail.command.Given.TODAY;
import static plantrail.command.Given.WHEN;
import static plantrail.command.Given.colleague;
import static plantrail.command.Given.official;
import static plantrail.command.Given.on;
import static plantrail.command.Given.plan;
import static plantrail.command.Given.plans;
import static plantrail.command.Given.task;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plantrail.command.Given;
import plantrail.command.Refused;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Taken;
import plantrail.command.task.accepttask.AcceptTask;
import plantrail.command.task.accepttaskresult.AcceptTaskResult;
import plantrail.command.task.assigntask.AssignTask;
import plantrail.command.task.domain.Task;
import plantrail.command.task.domain.Tasks;
import plantrail.command.task.fulfiltask.FulfilTask;
import plantrail.command.task.reportprogress.ReportProgress;
import plantrail.command.task.returntaskresult.ReturnTaskResult;
import plantrail.command.task.submittaskresult.SubmitTaskResult;
import plantrail.command.task.urgetask.UrgeTask;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.Product;
import plantrail.kernel.plan.StatedFigure;
import plantrail.kernel.task.ProgressReported;
import plantrail.kernel.task.TaskAccepted;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskCancelled;
import plantrail.kernel.task.TaskDeclined;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskFulfilled;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.task.TaskProgress;
import plantrail.kernel.task.TaskReassigned;
import plantrail.kernel.task.TaskReopened;
import plantrail.kernel.task.TaskRescheduled;
import plantrail.kernel.task.TaskResultAccepted;
import plantrail.kernel.task.TaskResultReturned;
import plantrail.kernel.task.TaskResultSubmitted;

class TaskSpec {
  private static final String ID = Given.assigned().taskId();
  private static final TaskId TASK = new TaskId(ID);
  private static final String BY = "p." + DISTRICT;

  private static final LocalDate LATER = LocalDate.of(2024, 9, 1);

  private static final Tasks NONE = id -> null;

  private static AssignTask assign(String item, String agency, LocalDate due) {
    return new AssignTask(
        plan().planId(),
        "X1",
        item,
        "Khảo sát",
        agency,
        List.of(DutyRole.EXECUTE),
        null,
        due,
        null);
  }

  private static Task submitted() {
    return task(
        new TaskAccepted(ID),
        BY,
        new TaskResultSubmitted(ID, "Đã ban hành", TODAY, List.of(), null),
        BY);
  }

  @Test
  void theIssuerChargesAnAgencyWithOneMoreDuty() {
    var events =
        assign("II.1", DISTRICT, LocalDate.of(2024, 6, 1))
            .decide(null, official(PROVINCE), WHEN, plans(plan()), AGENCIES);
    assertThat(events)
        .singleElement()
        .isInstanceOfSatisfying(
            TaskAssigned.class,
            assigned -> {
              assertThat(assigned.assigner()).isEqualTo(PROVINCE);
              assertThat(assigned.focal()).isEqualTo(HOME_AFFAIRS);
              assertThat(assigned.document()).isEqualTo("73/KH-UBND");
            });
  }

  @Test
  void theFocalAgencyMayChargeTooButNobodyElse() {
    AssignTask command = assign("II.1", DISTRICT, LocalDate.of(2024, 6, 1));
    assertThat(command.decide(null, official(HOME_AFFAIRS), WHEN, plans(plan()), AGENCIES))
        .hasSize(1);
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> command.decide(null, official(OTHER_DISTRICT), WHEN, plans(plan()), AGENCIES));
  }

  @Test
  void whatWasCalledOffIsChargedAgainAndThenTheSameAgainChangesNothing() {
    AssignTask command = assign("II.1", DISTRICT, LocalDate.of(2024, 6, 1));
    TaskEvent charged =
        command.decide(null, official(PROVINCE), WHEN, plans(plan()), AGENCIES).getFirst();
    Task task = Task.evolve(null, charged, new Taken("p", TODAY));
    Task cancelled =
        Task.evolve(task, new TaskCancelled(charged.taskId(), "nhầm", null), new Taken("p", TODAY));
    TaskAssigned anew =
        (TaskAssigned)
            command.decide(cancelled, official(PROVINCE), WHEN, plans(plan()), AGENCIES).getFirst();
    assertThat(anew).isEqualTo(((TaskAssigned) charged).insteadOf(command.due(), DISTRICT));
    assertThat(anew.movesDue()).isFalse();
    Task again = Task.evolve(cancelled, anew, new Taken("p", TODAY));
    assertThat(again.progress()).isEqualTo(TaskProgress.ASSIGNED);
    assertThat(command.decide(again, official(PROVINCE), WHEN, plans(plan()), AGENCIES)).isEmpty();
    assertThat(again.chargeAgain((TaskAssigned) charged, Actor.SYSTEM)).isEmpty();
  }

  /** A task by that agency, whose day was put off before it was called off. */
  private static Task calledOff(AssignTask command, String agency) {
    TaskAssigned charged =
        (TaskAssigned)
            command.decide(null, official(PROVINCE), WHEN, plans(plan()), AGENCIES).getFirst();
    Task task = Task.evolve(null, charged, new Taken("p", TODAY));
    List<TaskEvent> story =
        List.of(
            new TaskRescheduled(charged.taskId(), charged.due(), LATER, "Điều chỉnh", "QĐ 5"),
            new TaskReassigned(charged.taskId(), DISTRICT, agency, "Đúng chức năng", null),
            new TaskCancelled(charged.taskId(), "nhầm", "CV 1"));
    for (TaskEvent event : story) {
      task = Task.evolve(task, event, new Taken("p", TODAY));
    }
    return task;
  }

  private static AssignTask because(
      AssignTask command, @Nullable String reason, @Nullable String basis) {
    return new AssignTask(
        command.planId(),
        command.duty(),
        command.item(),
        command.title(),
        command.agency(),
        command.roles(),
        command.partners(),
        command.due(),
        command.creates(),
        reason,
        basis);
  }

  private static List<TaskEvent> decided(AssignTask command, @Nullable Task task) {
    return command.decide(task, official(PROVINCE), WHEN, plans(plan()), AGENCIES);
  }

  @Test
  void whoeverChargesAgainWithAnotherDayThanWasInForceSaysWhyAndByWhichDocument() {
    AssignTask first = assign("II.1", DISTRICT, LocalDate.of(2024, 6, 1));
    Task cancelled = calledOff(first, DISTRICT);
    Refused.forFields(() -> decided(first, cancelled), "reason", "basis");
    Refused.forFields(() -> decided(because(first, "Làm sớm", null), cancelled), "basis");
    Refused.forFields(() -> decided(because(first, " ", "CV 2"), cancelled), "reason");
    AssignTask command = because(first, "Làm sớm", "CV 2");
    TaskAssigned again = (TaskAssigned) decided(command, cancelled).getFirst();
    assertThat(again.movesDue()).isTrue();
    assertThat(again.oldDue()).isEqualTo(LATER);
    assertThat(again.reason()).isEqualTo("Làm sớm");
    assertThat(again.basis()).isEqualTo("CV 2");
    assertThat(decided(command, Task.evolve(cancelled, again, new Taken("p", TODAY)))).isEmpty();
    assertThat(
            decided(
                because(first, "Việc khác", "CV 3"),
                Task.evolve(cancelled, again, new Taken("p", TODAY))))
        .isEmpty();
    assertThat(decided(assign("II.1", DISTRICT, LATER), cancelled)).hasSize(1);
  }

  @Test
  void whoeverChargesAgainWithWhatWasAnotherAgencysByThenSaysWhyAndByWhichDocument() {
    AssignTask first = assign("II.1", DISTRICT, LATER);
    Task cancelled = calledOff(first, OTHER_DISTRICT);
    Refused.forFields(() -> decided(first, cancelled), "reason", "basis");
    TaskAssigned again =
        (TaskAssigned) decided(because(first, "Giao lại", "CV 2"), cancelled).getFirst();
    assertThat(again.movesDue()).isFalse();
    assertThat(again.movesAgency()).isTrue();
    assertThat(again.oldAgency()).isEqualTo(OTHER_DISTRICT);
  }

  @Test
  void whatFollowsAnAmendmentThatAsksAgainTellsTheDayInForceBefore() {
    Task cancelled = calledOff(assign("II.1", DISTRICT, LocalDate.of(2024, 6, 1)), DISTRICT);
    TaskAssigned asked = cancelled.assigned().because("Điều chỉnh", "Điều 1, QĐ 6");
    assertThat(cancelled.chargeAgain(asked, Actor.SYSTEM))
        .containsExactly(asked.insteadOf(LATER, DISTRICT));
  }

  @Test
  void nothingIsChargedAgainBeforeItWasCalledOff() {
    AssignTask command = assign("II.1", DISTRICT, LocalDate.of(2024, 6, 1));
    TaskEvent charged =
        command.decide(null, official(PROVINCE), WHEN, plans(plan()), AGENCIES).getFirst();
    Task cancelled =
        Task.evolve(
            Task.evolve(null, charged, new Taken("p", TODAY.minusDays(9))),
            new TaskCancelled(charged.taskId(), "nhầm", null),
            new Taken("p", TODAY.minusDays(4)));
    Refused.forFields(
        () ->
            command.decide(
                cancelled, official(PROVINCE), on(TODAY.minusDays(5)), plans(plan()), AGENCIES),
        "happenedOn");
    assertThat(
            command.decide(
                cancelled, official(PROVINCE), on(TODAY.minusDays(4)), plans(plan()), AGENCIES))
        .singleElement()
        .isInstanceOfSatisfying(
            TaskAssigned.class, again -> assertThat(again.since()).isEqualTo(TODAY.minusDays(4)));
  }

  @Test
  void nobodyGivesADutyAMarkThatAPartOrARecommendationMayHave() {
    for (String mark : List.of(ID, ID + ".2", ID + "#1")) {
      Refused.forFields(() -> decided(marked(mark), null), "duty");
    }
    assertThat(decided(marked("X1." + ID), null)).hasSize(1);
  }

  private static AssignTask marked(String duty) {
    AssignTask as = assign("II.1", DISTRICT, LATER);
    return new AssignTask(
        as.planId(),
        duty,
        as.item(),
        as.title(),
        as.agency(),
        as.roles(),
        as.partners(),
        as.due(),
        as.creates());
  }

  @Test
  void whatWasDeclinedIsFulfilledAllTheSameOnceThePlanIsIssued() {
    TaskAssigned charged =
        new AssignTask(
                plan().planId(),
                "A1",
                "II.1",
                "Ban hành kế hoạch",
                DISTRICT,
                List.of(DutyRole.EXECUTE),
                null,
                null,
                Product.SUBORDINATE_PLAN)
            .assigned(plan(), null);
    Task task = Task.evolve(null, charged, new Taken(BY, TODAY));
    Task declined = Task.evolve(task, new TaskDeclined(ID, "Không có người"), new Taken(BY, TODAY));
    assertThat(fulfil("p").decide(declined, Actor.SYSTEM, WHEN)).hasSize(1);
  }

  @Test
  void thePlanThatFulfilledItOnceDoesNotDoSoAgainOnceItIsChargedAnewButAnotherDoes() {
    TaskAssigned charged =
        new AssignTask(
                plan().planId(),
                "A1",
                "II.1",
                "Ban hành kế hoạch",
                DISTRICT,
                List.of(DutyRole.EXECUTE),
                null,
                null,
                Product.SUBORDINATE_PLAN)
            .assigned(plan(), null);
    Task again =
        task(
            new TaskFulfilled(ID, "p", "12/KH-UBND", TODAY),
            BY,
            new TaskReopened(ID, "Chưa đủ", 0),
            BY,
            new TaskCancelled(ID, "nhầm", null),
            BY,
            charged,
            BY);
    assertThat(again.assigned()).isEqualTo(charged);
    assertThat(fulfil("p").decide(again, Actor.SYSTEM, WHEN)).isEmpty();
    assertThat(fulfil("q").decide(again, Actor.SYSTEM, WHEN)).hasSize(1);
  }

  private static FulfilTask fulfil(String plan) {
    return new FulfilTask(TASK, plan, "12/KH-UBND", TODAY);
  }

  @Test
  void chargingTheSameAgainChangesNothingAndOtherwiseIsRefused() {
    AssignTask command = assign("II.1", DISTRICT, LocalDate.of(2024, 6, 1));
    Task task =
        Task.evolve(
            null,
            command.decide(null, official(PROVINCE), WHEN, plans(plan()), AGENCIES).getFirst(),
            new Taken("p", TODAY));
    assertThat(command.decide(task, official(PROVINCE), WHEN, plans(plan()), AGENCIES)).isEmpty();
    Refused.with(
        RefusalCode.ALREADY_EXISTS,
        () ->
            assign("II.1", DISTRICT, LocalDate.of(2024, 7, 1))
                .decide(task, official(PROVINCE), WHEN, plans(plan()), AGENCIES));
  }

  @Test
  void whoMayNotSubmitIsToldSoBeforeTheDayIsLookedAt() {
    SubmitTaskResult command = new SubmitTaskResult(TASK, "Xong", List.of(), null);
    Task accepted = task(new TaskAccepted(ID), BY);
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () ->
            command.decide(
                accepted, official(OTHER_DISTRICT), on(TODAY.plusDays(1)), NONE, NO_FILES));
    Refused.forFields(
        () -> command.decide(accepted, official(DISTRICT), on(TODAY.plusDays(1)), NONE, NO_FILES),
        "happenedOn");
  }

  @Test
  void aChargeUnderAnUnknownPlanIsRefused() {
    Refused.with(
        RefusalCode.NOT_FOUND,
        () ->
            assign("II.1", DISTRICT, TODAY)
                .decide(null, official(PROVINCE), WHEN, plans(null), AGENCIES));
  }

  @Test
  void allFaultyFieldsOfAChargeAreToldAtOnce() {
    Refused.forFields(
        () ->
            assign("IX", "NOWHERE", TODAY.minusDays(1))
                .decide(null, official(PROVINCE), WHEN, plans(plan()), AGENCIES),
        "item",
        "agency",
        "due");
  }

  @Test
  void theResponsibleAgencyTakesItOn() {
    assertThat(new AcceptTask(TASK).decide(task(), official(DISTRICT), WHEN))
        .containsExactly(new TaskAccepted(ID));
  }

  @Test
  void anotherAgencyMayNot() {
    for (String agency : List.of(OTHER_DISTRICT, PROVINCE, HOME_AFFAIRS)) {
      Refused.with(
          RefusalCode.NOT_PERMITTED,
          () -> new AcceptTask(TASK).decide(task(), official(agency), WHEN));
    }
  }

  @Test
  void thePersonWhoTookItOnMaySaySoAgain() {
    assertThat(
            new AcceptTask(TASK).decide(task(new TaskAccepted(ID), BY), official(DISTRICT), WHEN))
        .isEmpty();
  }

  @Test
  void aColleagueIsToldThatItIsTakenOnAlready() {
    Refused.with(
        RefusalCode.INVALID_STATE,
        () ->
            new AcceptTask(TASK).decide(task(new TaskAccepted(ID), BY), colleague(DISTRICT), WHEN));
  }

  @Test
  void progressIsReportedOnWhatWasTakenOn() {
    StatedFigure read = new StatedFigure("Văn bản đã rà soát", new BigDecimal(212), "văn bản");
    ReportProgress half = new ReportProgress(TASK, 50, "Đang lấy ý kiến", List.of(read), List.of());
    assertThat(half.decide(task(new TaskAccepted(ID), BY), official(DISTRICT), WHEN, NO_FILES))
        .containsExactly(new ProgressReported(ID, 50, "Đang lấy ý kiến", List.of(read), List.of()));
    Refused.forFields(
        () ->
            new ReportProgress(
                    TASK,
                    50,
                    null,
                    List.of(read, new StatedFigure(" ", BigDecimal.ONE, " "), read),
                    List.of())
                .decide(task(new TaskAccepted(ID), BY), official(DISTRICT), WHEN, NO_FILES),
        "figures[1].indicator",
        "figures[1].unit",
        "figures[2].indicator");
    Refused.with(
        RefusalCode.INVALID_STATE, () -> half.decide(task(), official(DISTRICT), WHEN, NO_FILES));
  }

  @Test
  void aFigureIsTheSameHoweverItsNameIsSpelt() {
    String name = "Thủ tục đã hoà giải";
    List<StatedFigure> figures =
        Stream.of(
                name,
                name + " ",
                "thủ tục  đã Hòa giải",
                Normalizer.normalize(name, Normalizer.Form.NFD),
                "Thủ tục đã hoá giải")
            .map(each -> new StatedFigure(each, BigDecimal.ONE, null))
            .toList();
    Refused.forFields(
        () ->
            new ReportProgress(TASK, 50, null, figures, List.of())
                .decide(task(new TaskAccepted(ID), BY), official(DISTRICT), WHEN, NO_FILES),
        "figures[1].indicator",
        "figures[2].indicator",
        "figures[3].indicator");
  }

  @Test
  void aShareBeyondTheWholeIsRefused() {
    for (int percent : new int[] {-1, 101}) {
      Refused.forFields(
          () ->
              new ReportProgress(TASK, percent, null, List.of(), List.of())
                  .decide(task(new TaskAccepted(ID), BY), official(DISTRICT), WHEN, NO_FILES),
          "percent");
    }
  }

  @Test
  void aResultIsHandedInTodayUnlessADayIsStated() {
    Task accepted = task(new TaskAccepted(ID), BY);
    assertThat(
            new SubmitTaskResult(TASK, "Đã ban hành", List.of(), null)
                .decide(accepted, official(DISTRICT), WHEN, NONE, NO_FILES))
        .containsExactly(new TaskResultSubmitted(ID, "Đã ban hành", TODAY, List.of(), null));
    assertThat(
            new SubmitTaskResult(TASK, "Đã ban hành", List.of(), null)
                .decide(accepted, official(DISTRICT), on(TODAY.minusDays(3)), NONE, NO_FILES))
        .containsExactly(
            new TaskResultSubmitted(ID, "Đã ban hành", TODAY.minusDays(3), List.of(), null));
  }

  @Test
  void aHandOverInTheFutureOrBeforeTheChargeIsRefused() {
    Task accepted = task(new TaskAccepted(ID), BY);
    for (LocalDate day : List.of(TODAY.plusDays(1), Given.ISSUED.minusDays(1))) {
      Refused.forFields(
          () ->
              new SubmitTaskResult(TASK, "…", List.of(), null)
                  .decide(
                      accepted,
                      official(DISTRICT),
                      new Occurrence(NOW, day, "Mất mạng", 7),
                      NONE,
                      NO_FILES),
          "happenedOn");
    }
  }

  @Test
  void aHandOverMayLieBeforeTheAcceptanceWasEnteredButNotBeforeTheReturnThatItRestsOn() {
    LocalDate day = TODAY.minusDays(3);
    Task accepted = Task.evolve(task(), new TaskAccepted(ID), new Taken("x", TODAY));
    Task begun =
        Task.evolve(
            accepted,
            new ProgressReported(ID, 50, null, List.of(), List.of()),
            new Taken("x", TODAY));
    Task handedIn =
        Task.evolve(
            begun,
            new TaskResultSubmitted(ID, "Xong", day, List.of(), null),
            new Taken("x", TODAY));
    Task returned =
        Task.evolve(handedIn, new TaskResultReturned(ID, "Thiếu"), new Taken("x", TODAY));
    SubmitTaskResult command = new SubmitTaskResult(TASK, "Xong", List.of(), null);
    for (Task task : List.of(accepted, begun)) {
      assertThat(command.decide(task, official(DISTRICT), on(day), NONE, NO_FILES)).hasSize(1);
      Refused.forFields(
          () ->
              command.decide(
                  task,
                  official(DISTRICT),
                  new Occurrence(NOW, task.begun().minusDays(1), "Mất mạng", 7),
                  NONE,
                  NO_FILES),
          "happenedOn");
    }
    Refused.forFields(
        () -> command.decide(returned, official(DISTRICT), on(day), NONE, NO_FILES), "happenedOn");
  }

  @Test
  void aReminderLetterMayBeOfADayBeforeTheAcceptance() {
    Task accepted = Task.evolve(task(), new TaskAccepted(ID), new Taken("x", TODAY));
    assertThat(
            new UrgeTask(TASK, "Đề nghị khẩn trương")
                .decide(accepted, official(PROVINCE), on(TODAY.minusDays(2))))
        .hasSize(1);
  }

  @Test
  void whatIsEnteredLongAfterItHappenedNeedsAReason() {
    Task accepted = task(new TaskAccepted(ID), BY);
    SubmitTaskResult command = new SubmitTaskResult(TASK, "Xong", List.of(), null);
    LocalDate longAgo = TODAY.minusDays(8);
    Refused.forFields(
        () -> command.decide(accepted, official(DISTRICT), on(longAgo), NONE, NO_FILES),
        "backdatingReason");
    assertThat(
            command.decide(
                accepted,
                official(DISTRICT),
                new Occurrence(NOW, longAgo, "Mất mạng", 7),
                NONE,
                NO_FILES))
        .containsExactly(new TaskResultSubmitted(ID, "Xong", longAgo, List.of(), null));
  }

  @Test
  void anyStepMayStateItsDayAndIsHeldToIt() {
    assertThat(new AcceptTask(TASK).decide(task(), official(DISTRICT), on(TODAY.minusDays(1))))
        .containsExactly(new TaskAccepted(ID));
    Refused.forFields(
        () -> new AcceptTask(TASK).decide(task(), official(DISTRICT), on(TODAY.plusDays(1))),
        "happenedOn");
  }

  @Test
  void anEmptyResultIsRefused() {
    Refused.forFields(
        () ->
            new SubmitTaskResult(TASK, " ", List.of(), null)
                .decide(task(new TaskAccepted(ID), BY), official(DISTRICT), WHEN, NONE, NO_FILES),
        "result");
  }

  @Test
  void theAssignerOrTheFocalAgencyAcceptsTheResult() {
    for (String agency : List.of(PROVINCE, HOME_AFFAIRS)) {
      assertThat(new AcceptTaskResult(TASK, null).decide(submitted(), official(agency), WHEN))
          .containsExactly(new TaskResultAccepted(ID, null));
    }
  }

  @Test
  void theResponsibleAgencyDoesNotAcceptItsOwnResult() {
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> new AcceptTaskResult(TASK, null).decide(submitted(), official(DISTRICT), WHEN));
  }

  @Test
  void aReturnedResultCanBeHandedInAgain() {
    assertThat(
            new ReturnTaskResult(TASK, "Thiếu phụ lục")
                .decide(submitted(), official(HOME_AFFAIRS), WHEN))
        .containsExactly(new TaskResultReturned(ID, "Thiếu phụ lục"));
    Task returned =
        Task.evolve(
            submitted(), new TaskResultReturned(ID, "Thiếu phụ lục"), new Taken("x", TODAY));
    assertThat(
            new SubmitTaskResult(TASK, "Đã bổ sung", List.of(), null)
                .decide(returned, official(DISTRICT), WHEN, NONE, NO_FILES))
        .hasSize(1);
  }

  @Test
  void nothingFollowsOnACompletedTask() {
    Task completed =
        Task.evolve(submitted(), new TaskResultAccepted(ID, null), new Taken("x", TODAY));
    Refused.with(
        RefusalCode.INVALID_STATE,
        () ->
            new SubmitTaskResult(TASK, "Lại", List.of(), null)
                .decide(completed, official(DISTRICT), WHEN, NONE, NO_FILES));
    Refused.with(
        RefusalCode.INVALID_STATE,
        () ->
            new ReturnTaskResult(TASK, "Xem lại").decide(completed, official(HOME_AFFAIRS), WHEN));
  }
}
