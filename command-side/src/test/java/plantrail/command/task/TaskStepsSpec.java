package plantrail.command.task;

import static org.assertj.core.api.Assertions.assertThat;
import static plantrail.command.Given.AGENCIES;
import static plantrail.command.Given.DISTRICT;
import static plantrail.command.Given.FINANCE;
import static plantrail.command.Given.HOME_AFFAIRS;
import static plantrail.command.Given.NO_FILES;
import static plantrail.command.Given.OTHER_DISTRICT;
import static plantrail.command.Given.PROVINCE;
import static plantrail.command.Given.TODAY;
import static plantrail.command.Given.WHEN;
import static plantrail.command.Given.official;
import static plantrail.command.Given.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;
import plantrail.command.Given;
import plantrail.command.Refused;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Taken;
import plantrail.command.task.accepttask.AcceptTask;
import plantrail.command.task.accepttaskresult.AcceptTaskResult;
import plantrail.command.task.bringtaskforward.BringTaskForward;
import plantrail.command.task.canceltask.CancelTask;
import plantrail.command.task.changeassigner.ChangeAssigner;
import plantrail.command.task.declinetask.DeclineTask;
import plantrail.command.task.domain.Task;
import plantrail.command.task.domain.Tasks;
import plantrail.command.task.escalatetask.EscalateTask;
import plantrail.command.task.fulfiltask.FulfilTask;
import plantrail.command.task.grantextension.GrantExtension;
import plantrail.command.task.noticetasklapse.NoticeTaskLapse;
import plantrail.command.task.reassigntask.ReassignTask;
import plantrail.command.task.refuseextension.RefuseExtension;
import plantrail.command.task.remindtask.RemindTask;
import plantrail.command.task.reopentask.ReopenTask;
import plantrail.command.task.reportprogress.ReportProgress;
import plantrail.command.task.requestextension.RequestExtension;
import plantrail.command.task.rescheduletask.RescheduleTask;
import plantrail.command.task.revisetask.ReviseTask;
import plantrail.command.task.transfertask.TransferTask;
import plantrail.command.task.unfulfiltask.UnfulfilTask;
import plantrail.command.task.urgetask.UrgeTask;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.PlanStatus;
import plantrail.kernel.plan.Product;
import plantrail.kernel.task.ExtensionGranted;
import plantrail.kernel.task.ExtensionRefused;
import plantrail.kernel.task.ExtensionRequested;
import plantrail.kernel.task.ProductChange;
import plantrail.kernel.task.ProgressReported;
import plantrail.kernel.task.TaskAccepted;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskAssignerChanged;
import plantrail.kernel.task.TaskCancelled;
import plantrail.kernel.task.TaskDeclined;
import plantrail.kernel.task.TaskEscalated;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskFulfilled;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.task.TaskLapseNoticed;
import plantrail.kernel.task.TaskProgress;
import plantrail.kernel.task.TaskReassigned;
import plantrail.kernel.task.TaskReminded;
import plantrail.kernel.task.TaskReopened;
import plantrail.kernel.task.TaskRescheduled;
import plantrail.kernel.task.TaskResultAccepted;
import plantrail.kernel.task.TaskResultSubmitted;
import plantrail.kernel.task.TaskRevised;
import plantrail.kernel.task.TaskTransferred;
import plantrail.kernel.task.TaskUrged;
import plantrail.platform.problem.Texts;

class TaskStepsSpec {
  private static final String ID = Given.assigned().taskId();
  private static final TaskId TASK = new TaskId(ID);
  private static final String BY = "p." + DISTRICT;
  private static final LocalDate DUE = Objects.requireNonNull(Given.assigned().due());
  private static final LocalDate LATER = DUE.plusDays(30);
  private static final Tasks NO_WHOLE = id -> null;
  private static final ExtensionRequested ASKED =
      new ExtensionRequested(ID, DUE, LATER, "Chờ ý kiến", "CV 2");

  private static Task after(Task task, TaskEvent... events) {
    for (TaskEvent event : events) {
      task = Task.evolve(task, event, new Taken("x", Given.TODAY));
    }
    return task;
  }

  private static Task accepted() {
    return after(task(), new TaskAccepted(ID));
  }

  private static Task completed() {
    return after(
        accepted(),
        new ProgressReported(ID, 80, null, List.of(), List.of()),
        new TaskResultSubmitted(ID, "Xong", TODAY, List.of(), null),
        new TaskResultAccepted(ID, null));
  }

  /** The task as it would be with another day, role or product. */
  private static Task charged(@Nullable LocalDate due, DutyRole role, @Nullable Product creates) {
    TaskAssigned a = Given.assigned();
    return Task.evolve(
        null,
        new TaskAssigned(
            ID,
            a.planId(),
            a.document(),
            a.duty(),
            a.item(),
            a.title(),
            a.agency(),
            List.of(role),
            null,
            due,
            a.assigner(),
            a.focal(),
            creates,
            null,
            a.since(),
            null,
            null),
        new Taken("x", Given.TODAY));
  }

  @Test
  void whoDoesNotTakeATaskOnSaysWhyAndItGoesBackToTheAssigner() {
    assertThat(new DeclineTask(TASK, "Trái chức năng").decide(task(), official(DISTRICT), WHEN))
        .containsExactly(new TaskDeclined(ID, "Trái chức năng"));
    Task declined = after(task(), new TaskDeclined(ID, "Trái chức năng"));
    assertThat(declined.progress()).isEqualTo(TaskProgress.DECLINED);
    Refused.with(
        RefusalCode.INVALID_STATE,
        () -> new AcceptTask(TASK).decide(declined, official(DISTRICT), WHEN));
    assertThat(
            new CancelTask(TASK, "Thôi", "CV 3", null).decide(declined, official(PROVINCE), WHEN))
        .containsExactly(new TaskCancelled(ID, "Thôi", "CV 3"));
    assertThat(
            new ReassignTask(TASK, OTHER_DISTRICT, "Đúng địa bàn", "CV 3")
                .decide(declined, official(PROVINCE), WHEN, AGENCIES))
        .hasSize(1);
  }

  @Test
  void aReasonThatSaysNothingIsRefused() {
    Refused.forFields(
        () -> new DeclineTask(TASK, " ").decide(task(), official(DISTRICT), WHEN), "reason");
    Refused.forFields(
        () -> new CancelTask(TASK, "", "", null).decide(task(), official(PROVINCE), WHEN),
        "reason",
        "basis");
    Refused.forFields(
        () -> new ReopenTask(TASK, "").decide(completed(), official(PROVINCE), WHEN), "reason");
    Refused.forFields(
        () -> new UrgeTask(TASK, "").decide(task(), official(PROVINCE), WHEN), "text");
  }

  @Test
  void aLaterDayIsAskedForWithTheOldAndTheNew() {
    assertThat(
            new RequestExtension(TASK, LATER, "Chờ ý kiến", "CV 2")
                .decide(accepted(), official(DISTRICT), WHEN, NO_WHOLE))
        .containsExactly(ASKED);
    Task asked = after(accepted(), ASKED);
    assertThat(asked.due()).isEqualTo(DUE);
  }

  @Test
  void onlyOneRequestIsOutstandingAtATime() {
    Task asked = after(accepted(), ASKED);
    Refused.with(
        RefusalCode.INVALID_STATE,
        () ->
            new RequestExtension(TASK, LATER.plusDays(1), "Lại", null)
                .decide(asked, official(DISTRICT), WHEN, NO_WHOLE));
    Task answered = after(asked, new ExtensionRefused(ID, DUE, LATER, "Không"));
    assertThat(
            new RequestExtension(TASK, LATER.plusDays(1), "Lại", null)
                .decide(answered, official(DISTRICT), WHEN, NO_WHOLE))
        .hasSize(1);
  }

  @Test
  void aDayThatIsNotLaterIsRefused() {
    Refused.forFields(
        () ->
            new RequestExtension(TASK, DUE, "Chờ", null)
                .decide(accepted(), official(DISTRICT), WHEN, NO_WHOLE),
        "newDue");
    Refused.forFields(
        () ->
            new GrantExtension(TASK, DUE, null, "CV 3")
                .decide(after(accepted(), ASKED), official(PROVINCE), WHEN, NO_WHOLE),
        "newDue");
  }

  private static RequestExtension until(LocalDate day) {
    return new RequestExtension(TASK, day, "Chờ ý kiến", "CV 2");
  }

  @Test
  void aDayThatHasPassedWhenItIsAskedForIsRefusedAndMayBeGrantedLate() {
    LocalDate today = DUE.plusDays(10);
    LocalDate yesterday = today.minusDays(1);
    Instant now = today.atTime(12, 0).toInstant(ZoneOffset.UTC);
    Occurrence late = new Occurrence(now, null, null, 7);
    Refused.forFields(
        () -> until(yesterday).decide(accepted(), official(DISTRICT), late, NO_WHOLE), "newDue");
    assertThat(until(today).decide(accepted(), official(DISTRICT), late, NO_WHOLE)).hasSize(1);
    Occurrence enteredLate = new Occurrence(now, yesterday, null, 7);
    assertThat(until(yesterday).decide(accepted(), official(DISTRICT), enteredLate, NO_WHOLE))
        .hasSize(1);
    Task asked = after(accepted(), new ExtensionRequested(ID, DUE, yesterday, "Chờ", "CV 2"));
    assertThat(
            new GrantExtension(TASK, null, null, null)
                .decide(asked, official(PROVINCE), late, NO_WHOLE))
        .hasSize(1);
  }

  @Test
  void aTaskWithoutADayHasNothingToExtend() {
    Refused.with(
        RefusalCode.INVALID_STATE,
        () ->
            new RequestExtension(TASK, LATER, "Chờ", null)
                .decide(charged(null, DutyRole.EXECUTE, null), official(DISTRICT), WHEN, NO_WHOLE));
  }

  @Test
  void aRequestIsNotAnsweredOnADayBeforeItWasMade() {
    Task asked = Task.evolve(accepted(), ASKED, new Taken("p", TODAY));
    Refused.forFields(
        () ->
            new RefuseExtension(TASK, "Không có lý do")
                .decide(asked, official(PROVINCE), Given.on(TODAY.minusDays(1))),
        "happenedOn");
    assertThat(
            new RefuseExtension(TASK, "Không có lý do")
                .decide(asked, official(PROVINCE), Given.on(TODAY)))
        .hasSize(1);
  }

  @Test
  void aGrantMovesTheDayAsAskedOrAsTheAssignerSees() {
    Task asked = after(accepted(), ASKED);
    assertThat(
            new GrantExtension(TASK, null, null, null)
                .decide(asked, official(PROVINCE), WHEN, NO_WHOLE))
        .containsExactly(new ExtensionGranted(ID, DUE, LATER, "Chờ ý kiến", "CV 2"));
    LocalDate between = DUE.plusDays(7);
    assertThat(
            new GrantExtension(TASK, between, "Đủ rồi", "CV 9")
                .decide(asked, official(HOME_AFFAIRS), WHEN, NO_WHOLE))
        .containsExactly(new ExtensionGranted(ID, DUE, between, "Đủ rồi", "CV 9"));
    Task granted = after(asked, new ExtensionGranted(ID, DUE, LATER, "Chờ ý kiến", "CV 3"));
    assertThat(granted.due()).isEqualTo(LATER);
    assertThat(granted.assigned().due()).isEqualTo(DUE);
  }

  @Test
  void aGrantRestsOnADocumentItsOwnOrTheRequests() {
    Task asked = after(accepted(), new ExtensionRequested(ID, DUE, LATER, "Chờ ý kiến", null));
    Refused.forFields(
        () ->
            new GrantExtension(TASK, null, null, null)
                .decide(asked, official(PROVINCE), WHEN, NO_WHOLE),
        "basis");
    assertThat(
            new GrantExtension(TASK, null, null, "CV 9")
                .decide(asked, official(PROVINCE), WHEN, NO_WHOLE))
        .containsExactly(new ExtensionGranted(ID, DUE, LATER, "Chờ ý kiến", "CV 9"));
  }

  @Test
  void aRefusalChangesNothingButTheRecord() {
    Task asked = after(accepted(), ASKED);
    ExtensionRefused refused = new ExtensionRefused(ID, DUE, LATER, "Đã gia hạn");
    assertThat(new RefuseExtension(TASK, "Đã gia hạn").decide(asked, official(PROVINCE), WHEN))
        .containsExactly(refused);
    assertThat(after(asked, refused).due()).isEqualTo(DUE);
    Refused.with(
        RefusalCode.INVALID_STATE,
        () ->
            new RefuseExtension(TASK, "Lại")
                .decide(after(asked, refused), official(PROVINCE), WHEN));
    Refused.with(
        RefusalCode.INVALID_STATE,
        () -> new RefuseExtension(TASK, "Gì").decide(accepted(), official(PROVINCE), WHEN));
  }

  @Test
  void whoAsksDoesNotAnswer() {
    Task asked = after(accepted(), ASKED);
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () ->
            new GrantExtension(TASK, null, null, "CV 3")
                .decide(asked, official(DISTRICT), WHEN, NO_WHOLE));
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> new RefuseExtension(TASK, "Không").decide(accepted(), official(DISTRICT), WHEN));
  }

  @Test
  void whoChargedItselfUnderAFocalAgencyIsToldThatTheMatterIsItsOwn() {
    Task own = after(accepted(), new TaskReassigned(ID, DISTRICT, PROVINCE, "Tự làm", "CV 3"));
    Refusal refusal =
        Refused.with(
            RefusalCode.NOT_PERMITTED,
            () -> new AcceptTaskResult(TASK, null).decide(own, official(PROVINCE), WHEN));
    ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
    messages.setBasename("i18n/kernel");
    messages.setDefaultEncoding("UTF-8");
    messages.setFallbackToSystemLocale(false);
    Texts texts = new Texts(messages);
    assertThat(texts.of(Locale.ENGLISH, refusal.messageKey(), refusal.arguments()))
        .endsWith("You act for none of them, or the matter is your own.");
    assertThat(texts.of(Texts.VIETNAMESE, refusal.messageKey(), refusal.arguments()))
        .endsWith("không thuộc các bên đó, hoặc đây là việc của chính mình.");
  }

  @Test
  void theSameWordsOnAnotherDayAreAnotherUrging() {
    TaskUrged urged = new TaskUrged(ID, DISTRICT, "Khẩn trương", DUE);
    UrgeTask urge = new UrgeTask(TASK, "Khẩn trương");
    Task told =
        Task.evolve(task(), urged, new Taken(official(PROVINCE).person(), TODAY.minusDays(1)));
    assertThat(urge.decide(told, official(PROVINCE), Given.on(TODAY.minusDays(1)))).isEmpty();
    assertThat(urge.decide(told, official(PROVINCE), WHEN)).containsExactly(urged);
    Task toldToday = Task.evolve(told, urged, new Taken(official(PROVINCE).person(), TODAY));
    assertThat(urge.decide(toldToday, official(PROVINCE), WHEN)).isEmpty();
  }

  @Test
  void theSameProgressOnAnotherDayIsAnotherReportOfIt() {
    ProgressReported reported = new ProgressReported(ID, 40, "Đang làm", List.of(), List.of());
    ReportProgress report = new ReportProgress(TASK, 40, "Đang làm", List.of(), List.of());
    String person = official(DISTRICT).person();
    Task begun = Task.evolve(task(), new TaskAccepted(ID), new Taken(person, TODAY.minusDays(8)));
    Task known = Task.evolve(begun, reported, new Taken(person, TODAY.minusDays(7)));
    assertThat(report.decide(known, official(DISTRICT), Given.on(TODAY.minusDays(7)), NO_FILES))
        .isEmpty();
    assertThat(report.decide(known, official(DISTRICT), WHEN, NO_FILES)).containsExactly(reported);
  }

  @Test
  void anUrgingSaysToWhomAndAboutWhichDay() {
    assertThat(new UrgeTask(TASK, "Khẩn trương").decide(task(), official(HOME_AFFAIRS), WHEN))
        .containsExactly(new TaskUrged(ID, DISTRICT, "Khẩn trương", DUE));
    Refused.with(
        RefusalCode.INVALID_STATE,
        () -> new UrgeTask(TASK, "Khẩn trương").decide(completed(), official(PROVINCE), WHEN));
  }

  @Test
  void aReassignedTaskIsTheOldOneWithAnotherAgency() {
    ReassignTask command = new ReassignTask(TASK, OTHER_DISTRICT, "Đúng địa bàn", "CV 3");
    TaskReassigned event = new TaskReassigned(ID, DISTRICT, OTHER_DISTRICT, "Đúng địa bàn", "CV 3");
    assertThat(command.decide(accepted(), official(PROVINCE), WHEN, AGENCIES))
        .containsExactly(event);
    Task reassigned = Task.evolve(accepted(), event, new Taken("p." + PROVINCE, Given.TODAY));
    assertThat(reassigned.progress()).isEqualTo(TaskProgress.ASSIGNED);
    assertThat(new AcceptTask(TASK).decide(reassigned, official(OTHER_DISTRICT), WHEN)).hasSize(1);
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> new AcceptTask(TASK).decide(reassigned, official(DISTRICT), WHEN));
    assertThat(command.decide(reassigned, official(PROVINCE), WHEN, AGENCIES)).isEmpty();
  }

  @Test
  void nothingHappenedBeforeTheDayOfReassignmentWhateverTheTaskWasThen() {
    TaskReassigned event = new TaskReassigned(ID, DISTRICT, OTHER_DISTRICT, "Đúng địa bàn", "CV 3");
    LocalDate day = TODAY.minusDays(2);
    Taken thatDay = new Taken("p." + PROVINCE, day);
    Occurrence before = Given.on(day.minusDays(1));
    Occurrence since = Given.on(day);
    assertThat(new AcceptTask(TASK).decide(task(), official(DISTRICT), before)).hasSize(1);
    for (Task task : List.of(task(), after(task(), new TaskDeclined(ID, "Sai địa bàn")))) {
      Task reassigned = Task.evolve(task, event, thatDay);
      assertThat(reassigned.begun()).isEqualTo(task.begun());
      for (TaskCommand step : List.of(new AcceptTask(TASK), new DeclineTask(TASK, "Không đúng"))) {
        Refused.forFields(
            () -> step.decide(reassigned, official(OTHER_DISTRICT), before), "happenedOn");
        assertThat(step.decide(reassigned, official(OTHER_DISTRICT), since)).hasSize(1);
      }
      RequestExtension later = new RequestExtension(TASK, DUE.plusDays(9), "Chờ số liệu", null);
      Refused.forFields(
          () -> later.decide(reassigned, official(OTHER_DISTRICT), before, id -> null),
          "happenedOn");
      assertThat(later.decide(reassigned, official(OTHER_DISTRICT), since, id -> null)).hasSize(1);
      CancelTask cancel = new CancelTask(TASK, "Trùng việc", "CV 4", null);
      Refused.forFields(() -> cancel.decide(reassigned, official(PROVINCE), before), "happenedOn");
      assertThat(cancel.decide(reassigned, official(PROVINCE), since)).hasSize(1);
      ReportProgress report = new ReportProgress(TASK, 20, null, List.of(), List.of());
      Task accepted = after(reassigned, new TaskAccepted(ID));
      Refused.forFields(
          () -> report.decide(accepted, official(OTHER_DISTRICT), before, NO_FILES), "happenedOn");
      assertThat(report.decide(accepted, official(OTHER_DISTRICT), since, NO_FILES)).hasSize(1);
    }
  }

  @Test
  void oneReassignmentIsNotBeforeAnother() {
    Task reassigned =
        Task.evolve(
            task(),
            new TaskReassigned(ID, DISTRICT, OTHER_DISTRICT, "Đúng địa bàn", "CV 3"),
            new Taken("p." + PROVINCE, TODAY.minusDays(2)));
    ReassignTask back = new ReassignTask(TASK, DISTRICT, "Trả lại", "CV 5");
    Refused.forFields(
        () -> back.decide(reassigned, official(PROVINCE), Given.on(TODAY.minusDays(3)), AGENCIES),
        "happenedOn");
    Task again =
        Task.evolve(
            reassigned,
            back.decide(reassigned, official(PROVINCE), Given.on(TODAY.minusDays(1)), AGENCIES)
                .getFirst(),
            new Taken("p." + PROVINCE, TODAY.minusDays(1)));
    assertThat(again.begun()).isEqualTo(task().begun());
    Refused.forFields(
        () -> new AcceptTask(TASK).decide(again, official(DISTRICT), Given.on(TODAY.minusDays(2))),
        "happenedOn");
  }

  @Test
  void aTaskIsReassignedOnlyToAnotherAgencyThatThereIs() {
    for (String agency : List.of("NOWHERE", DISTRICT)) {
      Refused.forFields(
          () ->
              new ReassignTask(TASK, agency, "Vì", "CV 3")
                  .decide(accepted(), official(PROVINCE), WHEN, AGENCIES),
          "agency");
    }
  }

  @Test
  void aCompletedTaskIsOpenedAgainOnlyUnderAPlanInForce() {
    ReopenTask reopen = new ReopenTask(TASK, "Số liệu sai");
    assertThat(
            reopen.decide(
                completed(),
                official(PROVINCE),
                WHEN,
                Given.plans(Given.plan(), PlanStatus.IN_FORCE)))
        .hasSize(1);
    for (PlanStatus status :
        List.of(
            PlanStatus.SUSPENDED,
            PlanStatus.CONCLUDED,
            PlanStatus.REVOKED,
            PlanStatus.SUPERSEDED)) {
      Refused.with(
          RefusalCode.INVALID_STATE,
          () ->
              reopen.decide(
                  completed(), official(PROVINCE), WHEN, Given.plans(Given.plan(), status)));
    }
  }

  @Test
  void aCompletedTaskIsOpenedAgainWithWhatWasLastReported() {
    assertThat(new ReopenTask(TASK, "Số liệu sai").decide(completed(), official(PROVINCE), WHEN))
        .containsExactly(new TaskReopened(ID, "Số liệu sai", 80));
    Refused.with(
        RefusalCode.INVALID_STATE,
        () -> new ReopenTask(TASK, "Sai").decide(accepted(), official(PROVINCE), WHEN));
  }

  @Test
  void theClockTellsEachThingOnce() {
    RemindTask command = new RemindTask(TASK, DUE, 3);
    TaskReminded event = new TaskReminded(ID, DISTRICT, DUE, 3);
    assertThat(command.decide(task(), Actor.SYSTEM, WHEN)).containsExactly(event);
    Task reminded = after(task(), event, new TaskAccepted(ID));
    assertThat(command.decide(reminded, Actor.SYSTEM, WHEN)).isEmpty();
    assertThat(new RemindTask(TASK, DUE, 1).decide(reminded, Actor.SYSTEM, WHEN)).hasSize(1);
    assertThat(new NoticeTaskLapse(TASK, DUE).decide(reminded, Actor.SYSTEM, WHEN))
        .containsExactly(new TaskLapseNoticed(ID, DISTRICT, DUE));
    assertThat(new EscalateTask(TASK, PROVINCE, DUE, 5).decide(reminded, Actor.SYSTEM, WHEN))
        .containsExactly(new TaskEscalated(ID, PROVINCE, DUE, 5));
  }

  @Test
  void aDayIsPutBeforeASuperiorOnceHoweverManyDaysHavePassed() {
    Task escalated = after(task(), new TaskEscalated(ID, PROVINCE, DUE, 5), new TaskAccepted(ID));
    assertThat(new EscalateTask(TASK, PROVINCE, DUE, 9).decide(escalated, Actor.SYSTEM, WHEN))
        .isEmpty();
  }

  @Test
  void theClockIsSilentAboutADayThatIsNoLongerInForce() {
    Task moved = after(task(), new TaskRescheduled(ID, DUE, LATER, "Điều chỉnh", null));
    assertThat(new RemindTask(TASK, DUE, 3).decide(moved, Actor.SYSTEM, WHEN)).isEmpty();
    assertThat(new NoticeTaskLapse(TASK, DUE).decide(moved, Actor.SYSTEM, WHEN)).isEmpty();
    assertThat(new NoticeTaskLapse(TASK, LATER).decide(moved, Actor.SYSTEM, WHEN)).hasSize(1);
  }

  @Test
  void aRequestIsRemindedButNeverInBreachNorEscalated() {
    Task request = charged(DUE, DutyRole.REQUEST, null);
    assertThat(new RemindTask(TASK, DUE, 3).decide(request, Actor.SYSTEM, WHEN)).hasSize(1);
    Refused.with(
        RefusalCode.INVALID_STATE,
        () -> new NoticeTaskLapse(TASK, DUE).decide(request, Actor.SYSTEM, WHEN));
    Refused.with(
        RefusalCode.INVALID_STATE,
        () -> new EscalateTask(TASK, PROVINCE, DUE, 5).decide(request, Actor.SYSTEM, WHEN));
  }

  @Test
  void whatTheSystemGivesNobodyElseGives() {
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> new RemindTask(TASK, DUE, 3).decide(task(), official(PROVINCE), WHEN));
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> new RescheduleTask(TASK, LATER, "Vì", null).decide(task(), official(PROVINCE), WHEN));
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> revise(DutyRole.EXECUTE).decide(task(), official(PROVINCE), WHEN, AGENCIES));
  }

  @Test
  void aSuccessorStandsWhereverItsPredecessorStood() {
    TransferTask command = new TransferTask(TASK, PROVINCE, "TQU", "Hợp nhất", "NQ 202");
    TaskTransferred event = new TaskTransferred(ID, PROVINCE, "TQU", "Hợp nhất", "NQ 202");
    assertThat(command.decide(accepted(), Actor.SYSTEM, WHEN)).containsExactly(event);
    Task transferred = after(accepted(), event);
    assertThat(transferred.parties()).isEqualTo(new Task.Parties(DISTRICT, "TQU", HOME_AFFAIRS));
    assertThat(transferred.progress()).isEqualTo(TaskProgress.ACCEPTED);
    assertThat(command.decide(transferred, Actor.SYSTEM, WHEN)).isEmpty();
    assertThat(
            new TransferTask(TASK, FINANCE, "TQU.STC", "Hợp nhất", null)
                .decide(accepted(), Actor.SYSTEM, WHEN))
        .isEmpty();
  }

  @Test
  void thePlansChangeMovesTheDayAndEndsARequestForNoLaterOne() {
    Task asked = after(accepted(), ASKED);
    RescheduleTask command = new RescheduleTask(TASK, LATER, "Điều chỉnh", "KH 90");
    TaskRescheduled event = new TaskRescheduled(ID, DUE, LATER, "Điều chỉnh", "KH 90");
    assertThat(command.decide(asked, Actor.SYSTEM, WHEN)).containsExactly(event);
    Task moved = after(asked, event);
    assertThat(moved.awaitedSince()).isNull();
    assertThat(command.decide(moved, Actor.SYSTEM, WHEN)).isEmpty();
  }

  @Test
  void aRequestStandsWhileThePlansDayIsBeforeTheOneAskedFor() {
    LocalDate between = LATER.minusDays(6);
    TaskRescheduled shift = new TaskRescheduled(ID, DUE, between, "Tiếp tục", "KH 90");
    Task resumed = Task.evolve(after(accepted(), ASKED), shift, new Taken("x", TODAY.plusDays(1)));
    assertThat(resumed.due()).isEqualTo(between);
    assertThat(resumed.awaitedSince()).isEqualTo(TODAY);
    Refused.with(
        RefusalCode.INVALID_STATE,
        () ->
            new RequestExtension(TASK, LATER, "Lại", null)
                .decide(resumed, official(DISTRICT), WHEN, NO_WHOLE));
    assertThat(
            new GrantExtension(TASK, null, null, null)
                .decide(resumed, official(PROVINCE), WHEN, NO_WHOLE))
        .containsExactly(new ExtensionGranted(ID, between, LATER, "Chờ ý kiến", "CV 2"));
    Refused.forFields(
        () ->
            new GrantExtension(TASK, between, null, null)
                .decide(resumed, official(PROVINCE), WHEN, NO_WHOLE),
        "newDue");
    assertThat(new RefuseExtension(TASK, "Đủ rồi").decide(resumed, official(PROVINCE), WHEN))
        .containsExactly(new ExtensionRefused(ID, between, LATER, "Đủ rồi"));

    Task earlier = after(resumed, new TaskRescheduled(ID, between, DUE, "Điều chỉnh", null));
    assertThat(earlier.awaitedSince()).isEqualTo(TODAY);
    Task undated = after(resumed, new TaskRescheduled(ID, between, null, "Điều chỉnh", null));
    assertThat(undated.awaitedSince()).isNull();
    Refused.with(
        RefusalCode.INVALID_STATE,
        () ->
            new GrantExtension(TASK, LATER, null, "CV 3")
                .decide(undated, official(PROVINCE), WHEN, NO_WHOLE));
  }

  @Test
  void thePlansChangeRevivesNoRequestThatWasAnswered() {
    Task refused = after(accepted(), ASKED, new ExtensionRefused(ID, DUE, LATER, "Không"));
    Task moved = after(refused, new TaskRescheduled(ID, DUE, DUE.plusDays(1), "Lùi", null));
    assertThat(moved.awaitedSince()).isNull();
  }

  private static RescheduleTask to(LocalDate day) {
    return new RescheduleTask(TASK, day, "Điều chỉnh", "KH 90");
  }

  @Test
  void aLaterDayThatWasGrantedHoldsUnlessThePlansDayIsLaterStill() {
    Task granted =
        after(after(accepted(), ASKED), new ExtensionGranted(ID, DUE, LATER, "Vướng", "CV 3"));
    assertThat(to(LATER.minusDays(1)).decide(granted, Actor.SYSTEM, WHEN)).isEmpty();
    LocalDate still = LATER.plusDays(1);
    TaskRescheduled moved = new TaskRescheduled(ID, LATER, still, "Điều chỉnh", "KH 90");
    assertThat(to(still).decide(granted, Actor.SYSTEM, WHEN)).containsExactly(moved);
    assertThat(to(DUE).decide(after(granted, moved), Actor.SYSTEM, WHEN))
        .containsExactly(new TaskRescheduled(ID, still, LATER, "Điều chỉnh", "KH 90"));
  }

  /** What a rest of so many days does to a task that was due, and granted, by those days before. */
  private static RescheduleTask rest(int days, LocalDate due, LocalDate granted) {
    return new RescheduleTask(TASK, due.plusDays(days), "Tiếp tục", null, granted.plusDays(days));
  }

  private static Task moved(Task task, RescheduleTask command) {
    return after(task, command.decide(task, Actor.SYSTEM, WHEN).toArray(TaskEvent[]::new));
  }

  private static Task granted() {
    return after(accepted(), ASKED, new ExtensionGranted(ID, DUE, LATER, "Vướng", "CV 3"));
  }

  @Test
  void whatWasGrantedMovesWithEachRestThatFollowsAndStillHoldsAgainstAnAmendment() {
    RescheduleTask rest = rest(10, LATER, LATER);
    LocalDate once = LATER.plusDays(10);
    assertThat(rest.decide(granted(), Actor.SYSTEM, WHEN))
        .containsExactly(new TaskRescheduled(ID, LATER, once, "Tiếp tục", null, once));
    Task rested = moved(granted(), rest);
    assertThat(rest.decide(rested, Actor.SYSTEM, WHEN)).isEmpty();
    assertThat(to(DUE).decide(rested, Actor.SYSTEM, WHEN)).isEmpty();
    Task twice = moved(rested, rest(7, once, once));
    Task later = moved(twice, to(LATER.plusDays(30)));
    assertThat(later.due()).isEqualTo(LATER.plusDays(30));
    assertThat(moved(later, to(DUE)).due()).isEqualTo(LATER.plusDays(17));
  }

  @Test
  void whatWasGrantedMovesWithARestThoughThePlansDayIsLaterByThen() {
    LocalDate still = LATER.plusDays(20);
    Task rested = moved(moved(granted(), to(still)), rest(10, still, LATER));
    assertThat(rested.due()).isEqualTo(still.plusDays(10));
    assertThat(moved(rested, to(DUE)).due()).isEqualTo(LATER.plusDays(10));
  }

  @Test
  void whatWasGrantedEndsWithTheDayThatItExtended() {
    Task without = moved(granted(), new RescheduleTask(TASK, null, "Điều chỉnh", "KH 90"));
    assertThat(without.due()).isNull();
    assertThat(moved(without, to(DUE)).due()).isEqualTo(DUE);
  }

  @Test
  void aRestMovesNothingThatWasGrantedAfterItAndBringsNothingBack() {
    LocalDate moved = LATER.plusDays(3);
    RescheduleTask noneBefore = new RescheduleTask(TASK, moved, "Tiếp tục", null, null);
    assertThat(noneBefore.decide(granted(), Actor.SYSTEM, WHEN))
        .containsExactly(new TaskRescheduled(ID, LATER, moved, "Tiếp tục", null));
    RescheduleTask lessBefore =
        new RescheduleTask(TASK, moved, "Tiếp tục", null, LATER.minusDays(1));
    assertThat(moved(moved(granted(), lessBefore), to(DUE)).due()).isEqualTo(LATER);
    BringTaskForward whole = new BringTaskForward(TASK, DUE.plusDays(5), "Điều chỉnh", "QĐ 9");
    Task brought =
        after(granted(), whole.decide(granted(), Actor.SYSTEM, WHEN).toArray(TaskEvent[]::new));
    assertThat(moved(moved(brought, rest(10, DUE.plusDays(5), LATER)), to(DUE)).due())
        .isEqualTo(DUE);
  }

  private static ReviseTask revise(DutyRole role) {
    return new ReviseTask(
        TASK,
        2,
        null,
        new Task.Matter("II.2", "Rà soát kế hoạch", List.of(role), "Sở Nội vụ", null),
        "Điều chỉnh",
        "KH 90");
  }

  private static TaskRevised revised(DutyRole role) {
    return new TaskRevised(
        ID, 2, "II.2", "Rà soát kế hoạch", List.of(role), "Sở Nội vụ", null, "Điều chỉnh", "KH 90");
  }

  @Test
  void thePlansChangeSaysAnewWhatTheTaskHasToBringAbout() {
    ReviseTask demands =
        new ReviseTask(
            TASK,
            2,
            null,
            new Task.Matter(
                "II.1",
                "Ban hành kế hoạch của đơn vị",
                List.of(DutyRole.EXECUTE),
                null,
                Product.SUBORDINATE_PLAN),
            "Điều chỉnh",
            "KH 90");
    FulfilTask fulfilment = new FulfilTask(TASK, "plan", "12/KH-UBND", TODAY);
    Refused.with(
        RefusalCode.INVALID_STATE, () -> fulfilment.decide(accepted(), Actor.SYSTEM, WHEN));

    TaskRevised revised =
        (TaskRevised) demands.decide(accepted(), Actor.SYSTEM, WHEN, AGENCIES).getFirst();
    assertThat(revised.product())
        .isEqualTo(
            new ProductChange(Given.plan().planId(), DISTRICT, null, Product.SUBORDINATE_PLAN));
    Task demanding = after(accepted(), revised);
    assertThat(demands.decide(demanding, Actor.SYSTEM, WHEN, AGENCIES)).isEmpty();
    assertThat(fulfilment.decide(demanding, Actor.SYSTEM, WHEN)).hasSize(1);

    // What was said of other fields before leaves it as it is.
    Task renamed = after(demanding, revised(DutyRole.EXECUTE));
    assertThat(renamed.matter().creates()).isEqualTo(Product.SUBORDINATE_PLAN);
    TaskRevised ordinary =
        (TaskRevised)
            revise(DutyRole.ADVISE).decide(renamed, Actor.SYSTEM, WHEN, AGENCIES).getFirst();
    assertThat(ordinary.product())
        .isEqualTo(
            new ProductChange(Given.plan().planId(), DISTRICT, Product.SUBORDINATE_PLAN, null));
    Refused.with(
        RefusalCode.INVALID_STATE,
        () -> fulfilment.decide(after(renamed, ordinary), Actor.SYSTEM, WHEN));
  }

  @Test
  void thePlansChangeSaysAnewWhatTheTaskIsAndHowFarItHasComeStays() {
    ReviseTask command = revise(DutyRole.EXECUTE);
    TaskRevised event = revised(DutyRole.EXECUTE);
    assertThat(command.decide(accepted(), Actor.SYSTEM, WHEN, AGENCIES)).containsExactly(event);
    Task revised = after(accepted(), event);
    assertThat(revised.progress()).isEqualTo(TaskProgress.ACCEPTED);
    assertThat(revised.due()).isEqualTo(DUE);
    assertThat(command.decide(revised, Actor.SYSTEM, WHEN, AGENCIES)).isEmpty();
  }

  private static List<TaskEvent> follow(Task.Matter before, Task.Matter now) {
    return new ReviseTask(TASK, 2, before, now, "Điều chỉnh", "KH 90")
        .decide(accepted(), Actor.SYSTEM, WHEN, AGENCIES);
  }

  @Test
  void whatAPersonSaidOtherwiseThanThePlanStaysAndTheRestFollows() {
    Task.Matter own = accepted().matter();
    Task.Matter before =
        new Task.Matter(own.item(), "Việc của khoản", own.roles(), own.partners(), own.creates());
    assertThat(follow(before, before)).isEmpty();
    Task.Matter now =
        new Task.Matter(own.item(), "Việc mới", List.of(DutyRole.ADVISE), "Sở Nội vụ", null);
    assertThat(follow(before, now))
        .containsExactly(
            new TaskRevised(
                ID,
                2,
                own.item(),
                own.title(),
                List.of(DutyRole.ADVISE),
                "Sở Nội vụ",
                null,
                "Điều chỉnh",
                "KH 90"));
  }

  @Test
  void aRequestBecomesAnOrderOnlyForWhomItsAssignerMayCharge() {
    Task request = after(accepted(), revised(DutyRole.REQUEST));
    Agencies apart = Given.agencies(List.of(Given.registered(DISTRICT, null)));
    assertThat(revise(DutyRole.EXECUTE).decide(request, Actor.SYSTEM, WHEN, AGENCIES)).hasSize(1);
    assertThat(revise(DutyRole.EXECUTE).decide(request, Actor.SYSTEM, WHEN, apart)).isEmpty();
  }

  @Test
  void whatIsFinishedIsNotSaidAnew() {
    for (Task finished :
        List.of(completed(), after(accepted(), new TaskCancelled(ID, "Trùng", "CV 3")))) {
      Refused.with(
          RefusalCode.INVALID_STATE,
          () -> revise(DutyRole.EXECUTE).decide(finished, Actor.SYSTEM, WHEN, AGENCIES));
    }
  }

  @Test
  void aTaskThatBecomesARequestIsNoLongerInBreachUntilItIsAnOrderAgain() {
    NoticeTaskLapse lapse = new NoticeTaskLapse(TASK, DUE);
    Task request = after(accepted(), revised(DutyRole.REQUEST));
    assertThat(request.charger()).isNull();
    Refused.with(RefusalCode.INVALID_STATE, () -> lapse.decide(request, Actor.SYSTEM, WHEN));
    Task order = after(request, revised(DutyRole.LEAD));
    assertThat(order.charger()).isEqualTo(PROVINCE);
    assertThat(lapse.decide(order, Actor.SYSTEM, WHEN)).hasSize(1);
  }

  @Test
  void anOwnPlanFulfilsTheDutyThatDemandsIt() {
    FulfilTask command = new FulfilTask(TASK, "p1", "12/KH-UBND", TODAY);
    assertThat(
            command.decide(
                charged(DUE, DutyRole.EXECUTE, Product.SUBORDINATE_PLAN), Actor.SYSTEM, WHEN))
        .containsExactly(new TaskFulfilled(ID, "p1", "12/KH-UBND", TODAY));
    Refused.with(RefusalCode.INVALID_STATE, () -> command.decide(task(), Actor.SYSTEM, WHEN));
  }

  @Test
  void whatIsOpenedAgainIsNotFulfilledByTheSamePlanTwice() {
    TaskFulfilled fulfilled = new TaskFulfilled(ID, "p1", "12/KH-UBND", TODAY);
    Task reopened =
        after(
            after(charged(DUE, DutyRole.EXECUTE, Product.SUBORDINATE_PLAN), fulfilled),
            new TaskReopened(ID, "Thiếu", 0));
    assertThat(new FulfilTask(TASK, "p1", "12/KH-UBND", TODAY).decide(reopened, Actor.SYSTEM, WHEN))
        .isEmpty();
    assertThat(new FulfilTask(TASK, "p2", "13/KH-UBND", TODAY).decide(reopened, Actor.SYSTEM, WHEN))
        .containsExactly(new TaskFulfilled(ID, "p2", "13/KH-UBND", TODAY));
  }

  @Test
  void whatThePlanByWhichItWasFulfilledLeavesIsOwedByTheDayThatItHad() {
    TaskFulfilled fulfilled = new TaskFulfilled(ID, "p1", "12/KH-UBND", TODAY);
    Task task = after(charged(DUE, DutyRole.EXECUTE, Product.SUBORDINATE_PLAN), fulfilled);
    UnfulfilTask command = new UnfulfilTask(TASK, "p1", "12/KH-UBND: Sai thẩm quyền");
    TaskReopened reopened = new TaskReopened(ID, "12/KH-UBND: Sai thẩm quyền", 0);
    assertThat(command.decide(task, Actor.SYSTEM, WHEN)).containsExactly(reopened);
    Task owed = after(task, reopened);
    assertThat(command.decide(owed, Actor.SYSTEM, WHEN)).isEmpty();
    assertThat(owed.due()).isEqualTo(DUE);
    assertThat(new NoticeTaskLapse(TASK, DUE).decide(owed, Actor.SYSTEM, WHEN)).hasSize(1);
    assertThat(
            new FulfilTask(TASK, "p2", "13/KH-UBND", DUE.plusDays(9))
                .decide(owed, Actor.SYSTEM, WHEN))
        .containsExactly(new TaskFulfilled(ID, "p2", "13/KH-UBND", DUE.plusDays(9)));
  }

  @Test
  void onlyTheSystemTakesAFulfilmentBackAndOnlyThatOfThePlanThatIsGone() {
    Task task =
        after(
            charged(DUE, DutyRole.EXECUTE, Product.SUBORDINATE_PLAN),
            new TaskFulfilled(ID, "p2", "13/KH-UBND", TODAY));
    UnfulfilTask command = new UnfulfilTask(TASK, "p1", "12/KH-UBND: Sai thẩm quyền");
    assertThat(command.decide(task, Actor.SYSTEM, WHEN)).isEmpty();
    assertThat(command.decide(completed(), Actor.SYSTEM, WHEN)).isEmpty();
    Task cancelled = after(task(), new TaskCancelled(ID, "Trùng", "CV 3"));
    assertThat(command.decide(cancelled, Actor.SYSTEM, WHEN)).isEmpty();
    Refused.with(RefusalCode.NOT_PERMITTED, () -> command.decide(task, official(PROVINCE), WHEN));
  }

  @Test
  void theAgencyThatTheWholeWasGivenToStandsWhereTheOneBeforeStood() {
    Task submitted = after(accepted(), new TaskResultSubmitted(ID, "Xong", TODAY, List.of(), null));
    ChangeAssigner command = new ChangeAssigner(TASK, FINANCE, "Đúng chức năng hơn", "CV 655");
    TaskAssignerChanged changed =
        new TaskAssignerChanged(ID, PROVINCE, FINANCE, "Đúng chức năng hơn", "CV 655");
    assertThat(command.decide(submitted, Actor.SYSTEM, WHEN)).containsExactly(changed);
    Task after = after(submitted, changed);
    assertThat(command.decide(after, Actor.SYSTEM, WHEN)).isEmpty();
    assertThat(after.progress()).isEqualTo(submitted.progress());
    AcceptTaskResult accept = new AcceptTaskResult(TASK, null);
    assertThat(accept.decide(after, official(FINANCE), WHEN)).hasSize(1);
    Refused.with(RefusalCode.NOT_PERMITTED, () -> accept.decide(after, official(PROVINCE), WHEN));
    Refused.with(
        RefusalCode.NOT_PERMITTED, () -> command.decide(submitted, official(PROVINCE), WHEN));
    Refused.with(
        RefusalCode.INVALID_STATE,
        () ->
            command.decide(
                after(task(), new TaskCancelled(ID, "Trùng", "CV 3")), Actor.SYSTEM, WHEN));
  }

  @Test
  void aPartIsDueNoLaterThanTheWholeWhateverWasGrantedBefore() {
    Task granted =
        after(accepted(), ASKED, new ExtensionGranted(ID, DUE, LATER, "Chờ ý kiến", "CV 3"));
    LocalDate earlier = DUE.plusDays(5);
    BringTaskForward command = new BringTaskForward(TASK, earlier, "Điều chỉnh", "QĐ 9");
    TaskRescheduled moved = new TaskRescheduled(ID, LATER, earlier, "Điều chỉnh", "QĐ 9");
    assertThat(command.decide(granted, Actor.SYSTEM, WHEN)).containsExactly(moved);
    Task after = after(granted, moved);
    assertThat(command.decide(after, Actor.SYSTEM, WHEN)).isEmpty();
    assertThat(
            new RescheduleTask(TASK, earlier.plusDays(2), "Tiếp tục", null)
                .decide(after, Actor.SYSTEM, WHEN))
        .containsExactly(new TaskRescheduled(ID, earlier, earlier.plusDays(2), "Tiếp tục", null));
    assertThat(
            new BringTaskForward(TASK, LATER, "Điều chỉnh", null).decide(after, Actor.SYSTEM, WHEN))
        .isEmpty();
    assertThat(command.decide(charged(null, DutyRole.EXECUTE, null), Actor.SYSTEM, WHEN))
        .containsExactly(new TaskRescheduled(ID, null, earlier, "Điều chỉnh", "QĐ 9"));
    Refused.with(RefusalCode.INVALID_STATE, () -> command.decide(completed(), Actor.SYSTEM, WHEN));
    Refused.with(
        RefusalCode.NOT_PERMITTED, () -> command.decide(granted, official(PROVINCE), WHEN));
  }
}
