package plantrail.command.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static plantrail.command.Given.official;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import plantrail.command.CommandSideTest;
import plantrail.command.Given;
import plantrail.command.Refused;
import plantrail.command.agency.mergeagencies.MergeAgencies;
import plantrail.command.agency.registeragency.RegisterAgency;
import plantrail.command.task.AssignPart;
import plantrail.command.task.accepttask.AcceptTask;
import plantrail.command.task.accepttaskresult.AcceptTaskResult;
import plantrail.command.task.assigntask.AssignTask;
import plantrail.command.task.canceltask.CancelTask;
import plantrail.command.task.delegatetask.DelegateTask;
import plantrail.command.task.domain.Task;
import plantrail.command.task.domain.Tasks;
import plantrail.command.task.reassigntask.ReassignTask;
import plantrail.command.task.reopentask.ReopenTask;
import plantrail.command.task.reportprogress.ReportProgress;
import plantrail.command.task.rescheduletask.RescheduleTask;
import plantrail.command.task.revisetask.ReviseTask;
import plantrail.command.task.submittaskresult.SubmitTaskResult;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.message.Role;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.task.ChildTask;
import plantrail.kernel.task.TaskAssignerChanged;
import plantrail.kernel.task.TaskCancelled;
import plantrail.kernel.task.TaskDelegated;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.task.TaskProgress;
import plantrail.kernel.task.TaskRescheduled;
import plantrail.kernel.task.TaskRevised;
import plantrail.kernel.task.TaskTransferred;

class DelegationIT extends CommandSideTest {
  private static final String COMMUNE = "HGI.024.C1";
  private static final String UNIT = "HGI.024.C1.U";

  @Autowired private Tasks tasks;
  @Autowired private EventProcessingConfiguration processing;

  @BeforeAll
  void agenciesBelow() {
    Given.issue(commands, Given.issuePlan("731"));
    register(COMMUNE, AgencyLevel.COMMUNE, "HGI.024");
    register("HGI.024.C2", AgencyLevel.COMMUNE, "HGI.024");
    register(UNIT, AgencyLevel.COMMUNE, COMMUNE);
  }

  private void register(String code, AgencyLevel level, String superior) {
    commands.give(
        new RegisterAgency(
            code,
            "Đơn vị " + code,
            AgencyKind.UNIT,
            level,
            superior,
            LocalDate.of(2020, 1, 1),
            null,
            null),
        new Actor("admin", "Quản trị", null, Role.ADMIN));
  }

  /** A task that the province charged itself with and took on. */
  private TaskId charged(String duty) {
    return charged(duty, "HGI", null);
  }

  private TaskId charged(String duty, String agency, @Nullable LocalDate due) {
    AssignTask assign =
        new AssignTask(
            Given.issuePlan("731").planId().value(),
            duty,
            "II.1",
            "Rà soát thủ tục",
            agency,
            List.of(DutyRole.LEAD),
            null,
            due,
            null);
    commands.give(assign, official("HGI.SNV"));
    commands.give(new AcceptTask(assign.taskId()), official(agency));
    return assign.taskId();
  }

  /** Passes a task on, waits until the agencies below are charged, and lets them take it on. */
  private List<TaskId> passOn(TaskId whole, String by, String... below) {
    return passOn(
        whole,
        by,
        List.of(below).stream()
            .map(agency -> new DelegateTask.Part(agency, null, null, null))
            .toList());
  }

  private List<TaskId> passOn(TaskId whole, String by, List<DelegateTask.Part> parts) {
    commands.give(new DelegateTask(whole, parts), official(by));
    return parts.stream()
        .map(DelegateTask.Part::agency)
        .map(agency -> {
          TaskId part = TaskId.of(Given.issuePlan("731").planId().value(), whole.value(), agency);
          await().atMost(Duration.ofSeconds(20)).until(() -> tasks.find(part.value()) != null);
          commands.give(new AcceptTask(part), official(agency));
          return part;
        })
        .toList();
  }

  private Task task(TaskId id) {
    return java.util.Objects.requireNonNull(tasks.find(id.value()));
  }

  private void comesTo(TaskId id, int percent) {
    await().atMost(Duration.ofSeconds(20)).until(() -> task(id).percent() == percent);
  }

  @Test
  void progressRisesThroughFourLevels() {
    TaskId province = charged("D1");
    TaskId district = passOn(province, "HGI", "HGI.024").getFirst();
    List<TaskId> communes = passOn(district, "HGI.024", COMMUNE, "HGI.024.C2");
    TaskId unit = passOn(communes.getFirst(), COMMUNE, UNIT).getFirst();
    commands.give(new ReportProgress(unit, 60, null, List.of(), List.of()), official(UNIT));
    comesTo(communes.getFirst(), 60);
    comesTo(district, 30);
    comesTo(province, 30);
    commands.give(
        new CancelTask(communes.getLast(), "Không có thủ tục", "CV 3", null), official("HGI.024"));
    comesTo(province, 60);
    assertThat(task(unit).assigned().assigner()).isEqualTo(COMMUNE);
  }

  @Test
  void aCompletedPartCountsWholeAndAReopenedOneAsItWas() {
    TaskId province = charged("D2");
    TaskId district = passOn(province, "HGI", "HGI.024").getFirst();
    commands.give(
        new ReportProgress(district, 70, null, List.of(), List.of()), official("HGI.024"));
    Refused.forFields(
        () ->
            commands.give(new SubmitTaskResult(province, "Xong", List.of(), null), official("HGI")),
        "reason");
    commands.give(new SubmitTaskResult(district, "Xong", List.of(), null), official("HGI.024"));
    commands.give(new AcceptTaskResult(district, null), official("HGI"));
    comesTo(province, 100);
    commands.give(new ReopenTask(district, "Thiếu hai xã"), official("HGI"));
    comesTo(province, 70);
    commands.give(
        new SubmitTaskResult(province, "Xong", List.of(), "Huyện bổ sung sau"), official("HGI"));
  }

  @Test
  void whatIsCalledOffIsCalledOffBelowTooButWhatIsFinishedStays() {
    TaskId province = charged("D3");
    List<TaskId> districts = passOn(province, "HGI", "HGI.024", "HGI.026");
    commands.give(
        new SubmitTaskResult(districts.getFirst(), "Xong", List.of(), null), official("HGI.024"));
    commands.give(new AcceptTaskResult(districts.getFirst(), null), official("HGI"));
    commands.give(new CancelTask(province, "Trùng việc", "CV 4", null), official("HGI.SNV"));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> task(districts.getLast()).progress() == TaskProgress.CANCELLED);
    assertThat(task(districts.getLast()).last())
        .isEqualTo(new TaskCancelled(districts.getLast().value(), "Trùng việc", "CV 4"));
    assertThat(task(districts.getFirst()).progress()).isEqualTo(TaskProgress.COMPLETED);

    commands.give(new ReopenTask(districts.getFirst(), "Thiếu"), official("HGI"));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> task(districts.getFirst()).progress() == TaskProgress.CANCELLED);
  }

  @Test
  void whatIsOpenBelowAFinishedPartFollowsTheWhole() {
    LocalDate due = LocalDate.of(2030, 6, 28);
    TaskId province = charged("D3.1", "HGI", due);
    TaskId district = passOn(province, "HGI", "HGI.024").getFirst();
    TaskId commune = passOn(district, "HGI.024", COMMUNE).getFirst();
    commands.give(
        new SubmitTaskResult(district, "Xong", List.of(), "Xã làm sau"), official("HGI.024"));
    commands.give(new AcceptTaskResult(district, null), official("HGI"));
    commands.give(
        new RescheduleTask(province, due.minusDays(10), "Điều chỉnh", "QĐ 5"), Actor.SYSTEM);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> due.minusDays(10).equals(task(commune).due()));
    assertThat(task(district).due()).isEqualTo(due);
    commands.give(new CancelTask(province, "Trùng việc", "CV 4", null), official("HGI.SNV"));
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> task(commune).progress() == TaskProgress.CANCELLED);
    assertThat(task(district).progress()).isEqualTo(TaskProgress.COMPLETED);
  }

  @Test
  void whatIsOpenedAgainBelowAFinishedPartFollowsTheWholeAsWell() {
    LocalDate due = LocalDate.of(2030, 6, 28);
    TaskId province = charged("D3.2", "HGI", due);
    TaskId district = passOn(province, "HGI", "HGI.024").getFirst();
    List<TaskId> communes = passOn(district, "HGI.024", COMMUNE, "HGI.024.C2");
    finish(communes.getFirst(), COMMUNE, "HGI.024");
    finish(communes.getLast(), "HGI.024.C2", "HGI.024");
    finish(district, "HGI.024", "HGI");
    commands.give(
        new RescheduleTask(province, due.minusDays(10), "Điều chỉnh", "QĐ 5"), Actor.SYSTEM);
    revise(province, DutyRole.REQUEST);
    reads(reader(WhenTaskRevisedThenReviseParts.GROUP));
    TaskId moved = communes.getFirst();
    commands.give(new ReopenTask(moved, "Thiếu"), official("HGI.024"));
    becomes(moved, DutyRole.REQUEST);
    await().atMost(Duration.ofSeconds(60)).until(() -> due.minusDays(10).equals(task(moved).due()));
    TaskId left = communes.getLast();
    commands.give(new CancelTask(province, "Trùng việc", "CV 4", null), official("HGI.SNV"));
    commands.give(new ReopenTask(left, "Thiếu"), official("HGI.024"));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> task(left).progress() == TaskProgress.CANCELLED);
    assertThat(task(district).progress()).isEqualTo(TaskProgress.COMPLETED);
  }

  private void finish(TaskId task, String agency, String assigner) {
    commands.give(new SubmitTaskResult(task, "Xong", List.of(), null), official(agency));
    commands.give(new AcceptTaskResult(task, null), official(assigner));
  }

  @Test
  void whatIsChargedAgainBeginsWithoutTheCalledOffPartsAndIsPassedOnAnew() {
    TaskId province = charged("D10");
    List<TaskId> before = passOn(province, "HGI", "HGI.024", "HGI.026");
    commands.give(
        new ReportProgress(before.getFirst(), 50, null, List.of(), List.of()), official("HGI.024"));
    comesTo(province, 25);
    commands.give(
        new SubmitTaskResult(before.getLast(), "Xong", List.of(), null), official("HGI.026"));
    commands.give(new AcceptTaskResult(before.getLast(), null), official("HGI"));
    commands.give(new CancelTask(province, "Trùng việc", "CV 4", null), official("HGI.SNV"));
    assertThat(charged("D10")).isEqualTo(province);
    assertThat(task(province).percent()).isZero();
    commands.give(
        new DelegateTask(province, List.of(new DelegateTask.Part("HGI.024", null, null, null))),
        official("HGI"));
    TaskId part = new TaskId(task(province).parts().byId().keySet().iterator().next());
    assertThat(before).doesNotContain(part);
    await().atMost(Duration.ofSeconds(60)).until(() -> tasks.find(part.value()) != null);
    commands.give(new AcceptTask(part), official("HGI.024"));
    commands.give(new ReportProgress(part, 40, null, List.of(), List.of()), official("HGI.024"));
    comesTo(province, 40);
    commands.give(new ReopenTask(before.getLast(), "Thiếu"), official("HGI"));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() ->
            assertThat(before)
                .allSatisfy(each ->
                    assertThat(task(each).last())
                        .isEqualTo(new TaskCancelled(each.value(), "Trùng việc", "CV 4"))));

    StreamingEventProcessor reader = reader(WhenTaskCancelledThenCancelParts.GROUP);
    reader.shutDown();
    reader.resetTokens();
    reader.start();
    reads(reader);
    assertThat(task(part).progress()).isEqualTo(TaskProgress.IN_PROGRESS);
    assertThat(task(province).percent()).isEqualTo(40);
  }

  @Test
  void whoeverTookOverFromThoseThatHadTheWholeKeepsItsPartsHoweverOftenThatIsRead() {
    register("HGI.D17", AgencyLevel.DISTRICT, "HGI");
    register("HGI.D18", AgencyLevel.DISTRICT, "HGI");
    TaskId whole = charged("D17", "HGI.024", null);
    TaskId part = passOn(whole, "HGI.024", COMMUNE).getFirst();
    commands.give(
        new ReassignTask(whole, "HGI.D17", "Đúng chức năng hơn", "CV 655"), official("HGI.SNV"));
    awaitAssigner(part, "HGI.D17");
    commands.give(new AcceptTask(whole), official("HGI.D17"));
    commands.give(
        new SubmitTaskResult(whole, "Xong", List.of(), "Xã bổ sung sau"), official("HGI.D17"));
    commands.give(new AcceptTaskResult(whole, null), official("HGI.SNV"));
    commands.give(
        new MergeAgencies(
            List.of("HGI.D17"), "HGI.D18", List.of(), LocalDate.of(2025, 7, 1), "NQ 1"),
        new Actor("admin", "Quản trị", null, Role.ADMIN));
    awaitAssigner(part, "HGI.D18");
    StreamingEventProcessor reader = reader(WhenTaskReassignedThenChangeAssigner.GROUP);
    reader.shutDown();
    reader.resetTokens();
    reader.start();
    reads(reader);
    assertThat(task(whole).agency()).isEqualTo("HGI.D17");
    assertThat(task(part).parties().assigner()).isEqualTo("HGI.D18");
    assertThat(task(part).last()).isInstanceOf(TaskTransferred.class);
  }

  private void awaitAssigner(TaskId part, String agency) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> task(part).parties().assigner().equals(agency));
  }

  private StreamingEventProcessor reader(String group) {
    return processing.eventProcessor(group, StreamingEventProcessor.class).orElseThrow();
  }

  @Test
  void whatIsPassedOnAndCalledOffBeforeAnybodyReadsOfItIsCalledOffBelow() {
    TaskId province = charged("D4");
    StreamingEventProcessor reader = reader(WhenTaskDelegatedThenAssignParts.GROUP);
    reader.shutDown();
    commands.give(
        new DelegateTask(province, List.of(new DelegateTask.Part("HGI.024", null, null, null))),
        official("HGI"));
    commands.give(new CancelTask(province, "Trùng việc", "CV 3", null), official("HGI.SNV"));
    reader.start();
    TaskId part = TaskId.of(Given.issuePlan("731").planId().value(), province.value(), "HGI.024");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> {
          Task found = tasks.find(part.value());
          return found != null && found.progress() == TaskProgress.CANCELLED;
        });
  }

  @Test
  void aPartThatIsRefusedKeepsNoOtherBackAndToTryItAgainChargesNobodyTwice() {
    TaskId province = charged("D4.1");
    StreamingEventProcessor reader = reader(WhenTaskDelegatedThenAssignParts.GROUP);
    reader.shutDown();
    commands.give(
        new DelegateTask(
            province,
            Stream.of("HGI.024", "HGI.026", "HGI.SNV")
                .map(agency -> new DelegateTask.Part(agency, null, null, null))
                .toList()),
        official("HGI"));
    TaskDelegated delegated = (TaskDelegated) task(province).last();
    ChildTask taken = delegated.children().get(1);
    ChildTask other =
        new ChildTask(taken.taskId(), taken.agency(), "Việc khác", taken.due(), taken.weight());
    commands.give(new AssignPart(delegated, other), Actor.SYSTEM);
    reader.start();
    reads(reader);
    assertThat(List.of(delegated.children().getFirst(), delegated.children().getLast()))
        .allSatisfy(part ->
            assertThat(task(new TaskId(part.taskId())).progress())
                .isEqualTo(TaskProgress.ASSIGNED));
    assertThat(setAside()).isEqualTo(1);
    long told = events();
    processing
        .sequencedDeadLetterProcessor(WhenTaskDelegatedThenAssignParts.GROUP)
        .orElseThrow()
        .processAny();
    assertThat(events()).isEqualTo(told);
    assertThat(setAside()).isEqualTo(1);
    processing.deadLetterQueue(WhenTaskDelegatedThenAssignParts.GROUP).orElseThrow().clear();
  }

  private long setAside() {
    return jdbc.sql("select count(*) from store.dead_letter where processing_group = ?")
        .param(WhenTaskDelegatedThenAssignParts.GROUP)
        .query(Long.class)
        .single();
  }

  @Test
  void aTaskThatIsReopenedHearsHowFarItsPartsHaveComeMeanwhile() {
    TaskId province = charged("D5");
    List<TaskId> districts = passOn(province, "HGI", "HGI.024", "HGI.026");
    commands.give(
        new SubmitTaskResult(province, "Xong", List.of(), "Huyện bổ sung sau"), official("HGI"));
    commands.give(new AcceptTaskResult(province, null), official("HGI.SNV"));
    commands.give(
        new ReportProgress(districts.getFirst(), 50, null, List.of(), List.of()),
        official("HGI.024"));
    reads(reader(WhenPartProgressedThenRollUp.GROUP));
    assertThat(task(province).percent()).isZero();
    commands.give(new ReopenTask(province, "Thiếu"), official("HGI.SNV"));
    comesTo(province, 25);
  }

  @Test
  void whoeverTheWholeIsGivenToAcceptsWhatItsPartsHandIn() {
    TaskId whole = charged("D6", "HGI.024", null);
    List<TaskId> communes = passOn(whole, "HGI.024", COMMUNE, "HGI.024.C2");
    TaskId unit = passOn(communes.getFirst(), COMMUNE, UNIT).getFirst();
    commands.give(
        new CancelTask(communes.getLast(), "Không có thủ tục", "CV 3", null), official("HGI.024"));
    commands.give(
        new ReassignTask(whole, "HGI.026", "Đúng chức năng hơn", "CV 655"), official("HGI.SNV"));
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> task(communes.getFirst()).parties().assigner().equals("HGI.026"));
    assertThat(task(communes.getFirst()).last())
        .isEqualTo(
            new TaskAssignerChanged(
                communes.getFirst().value(), "HGI.024", "HGI.026", "Đúng chức năng hơn", "CV 655"));
    assertThat(task(communes.getFirst()).agency()).isEqualTo(COMMUNE);
    assertThat(task(communes.getLast()).progress()).isEqualTo(TaskProgress.CANCELLED);
    assertThat(task(unit).parties().assigner()).isEqualTo(COMMUNE);
    commands.give(
        new SubmitTaskResult(communes.getFirst(), "Xong", List.of(), "Tổ bổ sung sau"),
        official(COMMUNE));
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> commands.give(new AcceptTaskResult(communes.getFirst(), null), official("HGI.024")));
    commands.give(new AcceptTaskResult(communes.getFirst(), null), official("HGI.026"));
  }

  @Test
  void noPartIsDueLaterThanTheWholeWhenThePlanMovesItForward() {
    LocalDate june = LocalDate.of(2030, 6, 1);
    LocalDate april = LocalDate.of(2030, 4, 1);
    LocalDate may = LocalDate.of(2030, 5, 1);
    TaskId whole = charged("D7", "HGI.024", june);
    List<TaskId> communes =
        passOn(
            whole,
            "HGI.024",
            List.of(
                new DelegateTask.Part(COMMUNE, null, null, null),
                new DelegateTask.Part("HGI.024.C2", null, april, null)));
    TaskId unit = passOn(communes.getFirst(), COMMUNE, UNIT).getFirst();
    commands.give(new RescheduleTask(whole, june.plusDays(9), "Điều chỉnh", "QĐ 8"), Actor.SYSTEM);
    commands.give(new RescheduleTask(whole, may, "Điều chỉnh", "QĐ 9"), Actor.SYSTEM);
    await().atMost(Duration.ofSeconds(60)).until(() -> may.equals(task(unit).due()));
    assertThat(task(unit).last())
        .isEqualTo(new TaskRescheduled(unit.value(), june, may, "Điều chỉnh", "QĐ 9"));
    assertThat(task(communes.getFirst()).due()).isEqualTo(may);
    assertThat(task(communes.getLast()).due()).isEqualTo(april);
  }

  private void revise(TaskId whole, DutyRole role) {
    commands.give(
        new ReviseTask(
            whole,
            2,
            null,
            new Task.Matter("II.2", "Rà soát", List.of(role), null, null),
            "Điều chỉnh",
            "QĐ 9"),
        Actor.SYSTEM);
  }

  private void becomes(TaskId part, DutyRole role) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> task(part).matter().roles().equals(List.of(role)));
  }

  @Test
  void whatBecomesARequestOrAnOrderBecomesOneOnEveryLevelBelow() {
    TaskId whole = charged("D11", "HGI.024", null);
    List<TaskId> communes =
        passOn(
            whole,
            "HGI.024",
            List.of(
                new DelegateTask.Part(COMMUNE, "Phần của xã", null, null),
                new DelegateTask.Part("HGI.024.C2", null, null, null)));
    TaskId unit = passOn(communes.getFirst(), COMMUNE, UNIT).getFirst();
    TaskId done = communes.getLast();
    commands.give(new SubmitTaskResult(done, "Xong", List.of(), null), official("HGI.024.C2"));
    commands.give(new AcceptTaskResult(done, null), official("HGI.024"));

    revise(whole, DutyRole.REQUEST);
    becomes(unit, DutyRole.REQUEST);
    assertThat(task(communes.getFirst()).last())
        .isEqualTo(
            new TaskRevised(
                communes.getFirst().value(),
                2,
                "II.2",
                "Phần của xã",
                List.of(DutyRole.REQUEST),
                null,
                null,
                "Điều chỉnh",
                "QĐ 9"));
    assertThat(task(done).matter().roles()).containsExactly(DutyRole.EXECUTE);
    commands.give(new ReopenTask(done, "Thiếu phụ lục"), official("HGI.024"));
    becomes(done, DutyRole.REQUEST);

    revise(whole, DutyRole.LEAD);
    becomes(unit, DutyRole.EXECUTE);
    becomes(done, DutyRole.EXECUTE);
    long told = events();
    StreamingEventProcessor reader = reader(WhenTaskRevisedThenReviseParts.GROUP);
    reader.shutDown();
    reader.resetTokens();
    reader.start();
    reads(reader);
    assertThat(events()).isEqualTo(told);
  }

  @Test
  void aPartThatWasFinishedWhenTheWholeWasMovedForwardIsDueByThatDayOnceItIsReopened() {
    LocalDate june = LocalDate.of(2030, 6, 1);
    LocalDate may = LocalDate.of(2030, 5, 1);
    TaskId whole = charged("D10", "HGI.024", june);
    TaskId part = passOn(whole, "HGI.024", COMMUNE).getFirst();
    commands.give(new SubmitTaskResult(part, "Xong", List.of(), null), official(COMMUNE));
    commands.give(new AcceptTaskResult(part, null), official("HGI.024"));
    commands.give(new RescheduleTask(whole, may, "Điều chỉnh", "QĐ 9"), Actor.SYSTEM);
    reads(reader(WhenTaskRescheduledThenBringPartsForward.GROUP));
    assertThat(task(part).due()).isEqualTo(june);
    commands.give(new ReopenTask(part, "Thiếu phụ lục"), official("HGI.024"));
    await().atMost(Duration.ofSeconds(60)).until(() -> may.equals(task(part).due()));
    assertThat(task(part).last())
        .isEqualTo(new TaskRescheduled(part.value(), june, may, "Điều chỉnh", "QĐ 9"));
  }

  /** Lets the automation read what was recorded so far. */
  private void reads(StreamingEventProcessor reader) {
    long head = events();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            reader.processingStatus().values().stream()
                .anyMatch(status -> status.getCurrentPosition().orElse(0) >= head));
  }

  @Test
  void aLaterDayOfTheWholeBringsNoPartForward() {
    LocalDate december = LocalDate.of(2030, 12, 20);
    LocalDate march = LocalDate.of(2031, 3, 31);
    TaskId whole = charged("D8", "HGI.024", december);
    TaskId part = passOn(whole, "HGI.024", COMMUNE).getFirst();
    commands.give(new RescheduleTask(part, march, "Điều chỉnh", "QĐ 7"), Actor.SYSTEM);
    commands.give(
        new RescheduleTask(whole, december.plusDays(8), "Điều chỉnh", "QĐ 8"), Actor.SYSTEM);
    reads(reader(WhenTaskRescheduledThenBringPartsForward.GROUP));
    assertThat(task(part).due()).isEqualTo(march);
  }

  @Test
  void aWholeThatIsMovedForwardAndPartlyBackBeforeAnybodyReadsOfItBringsItsPartsToItsDay() {
    LocalDate june = LocalDate.of(2030, 6, 1);
    LocalDate may = LocalDate.of(2030, 5, 1);
    TaskId whole = charged("D9", "HGI.024", june);
    TaskId part = passOn(whole, "HGI.024", COMMUNE).getFirst();
    StreamingEventProcessor reader = reader(WhenTaskRescheduledThenBringPartsForward.GROUP);
    reader.shutDown();
    commands.give(
        new RescheduleTask(whole, LocalDate.of(2030, 4, 1), "Điều chỉnh", "QĐ 8"), Actor.SYSTEM);
    commands.give(new RescheduleTask(whole, may, "Điều chỉnh", "QĐ 9"), Actor.SYSTEM);
    reader.start();
    await().atMost(Duration.ofSeconds(60)).until(() -> may.equals(task(part).due()));
  }
}
