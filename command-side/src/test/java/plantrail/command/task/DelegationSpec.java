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

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plantrail.command.Given;
import plantrail.command.Refused;
import plantrail.command.platform.Taken;
import plantrail.command.task.delegatetask.DelegateTask;
import plantrail.command.task.domain.Task;
import plantrail.command.task.domain.Tasks;
import plantrail.command.task.escalatetask.EscalateTask;
import plantrail.command.task.grantextension.GrantExtension;
import plantrail.command.task.noticetasklapse.NoticeTaskLapse;
import plantrail.command.task.remindtask.RemindTask;
import plantrail.command.task.reportprogress.ReportProgress;
import plantrail.command.task.requestextension.RequestExtension;
import plantrail.command.task.rollupprogress.RollUpProgress;
import plantrail.command.task.submittaskresult.SubmitTaskResult;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.task.ChildTask;
import plantrail.kernel.task.ExtensionRequested;
import plantrail.kernel.task.ProgressRolledUp;
import plantrail.kernel.task.TaskAccepted;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskCancelled;
import plantrail.kernel.task.TaskDelegated;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.task.TaskReassigned;
import plantrail.kernel.task.TaskRescheduled;
import plantrail.kernel.task.TaskRevised;

class DelegationSpec {
  private static final TaskAssigned WHOLE = charged(PROVINCE, "A9");
  private static final TaskId TASK = new TaskId(WHOLE.taskId());

  /** No part has gone on yet since it was charged. */
  private static final Tasks NONE = id -> null;

  /** The province's own task, which it can pass on to its districts and departments. */
  private static TaskAssigned charged(String agency, String duty) {
    TaskAssigned a = Given.assigned();
    return new TaskAssigned(
        TaskId.of(a.planId(), duty, agency).value(),
        a.planId(),
        a.document(),
        duty,
        a.item(),
        a.title(),
        agency,
        a.roles(),
        null,
        a.due(),
        "CENTRE",
        null,
        null,
        null,
        a.since(),
        null,
        null);
  }

  private static Task task(TaskEvent... events) {
    Task task = Task.evolve(null, WHOLE, new Taken("x", Given.TODAY));
    task = Task.evolve(task, new TaskAccepted(WHOLE.taskId()), new Taken("x", Given.TODAY));
    for (TaskEvent event : events) {
      task = Task.evolve(task, event, new Taken("x", Given.TODAY));
    }
    return task;
  }

  private static DelegateTask.Part part(String agency, @Nullable Integer weight) {
    return new DelegateTask.Part(agency, null, null, weight);
  }

  private static TaskDelegated delegated() {
    return (TaskDelegated)
        new DelegateTask(
                TASK, List.of(part(DISTRICT, 3), part(OTHER_DISTRICT, null), part(HOME_AFFAIRS, 0)))
            .decide(task(), official(PROVINCE), WHEN, AGENCIES, NONE)
            .getFirst();
  }

  private static ChildTask child(int index) {
    return delegated().children().get(index);
  }

  @Test
  void thePartsTakeAfterTheWhole() {
    ChildTask first = child(0);
    assertThat(first.title()).isEqualTo(WHOLE.title());
    assertThat(first.due()).isEqualTo(WHOLE.due());
    assertThat(first.weight()).isEqualTo(3);
    assertThat(child(1).weight()).isEqualTo(1);
    assertThat(first.taskId())
        .isEqualTo(TaskId.of(WHOLE.planId(), WHOLE.taskId(), DISTRICT).value());
  }

  @Test
  void thePartsTakeAfterWhatTheWholeIsByThen() {
    TaskRevised revised =
        new TaskRevised(
            WHOLE.taskId(), 2, "II.2", "Rà soát", WHOLE.roles(), null, null, "Điều chỉnh", "KH 90");
    TaskDelegated delegated =
        (TaskDelegated)
            new DelegateTask(TASK, List.of(part(DISTRICT, null)))
                .decide(task(revised), official(PROVINCE), WHEN, AGENCIES, NONE)
                .getFirst();
    assertThat(delegated.item()).isEqualTo("II.2");
    assertThat(delegated.children().getFirst().title()).isEqualTo("Rà soát");
  }

  private static TaskRevised revised(DutyRole role) {
    return new TaskRevised(
        WHOLE.taskId(), 2, "II.2", "Rà soát", List.of(role), null, null, "Điều chỉnh", "KH 90");
  }

  private static Task part(TaskEvent... events) {
    TaskDelegated delegated =
        (TaskDelegated)
            new DelegateTask(TASK, List.of(part(DISTRICT, null)))
                .decide(task(events), official(PROVINCE), WHEN, AGENCIES, NONE)
                .getFirst();
    Task part = null;
    for (TaskEvent event :
        new AssignPart(delegated, delegated.children().getFirst()).decide(null, Actor.SYSTEM)) {
      part = Task.evolve(part, event, new Taken("x", TODAY));
    }
    return Objects.requireNonNull(part);
  }

  @Test
  void aPartOfARequestIsARequestThatCannotBeBreached() {
    Task asked = part(revised(DutyRole.REQUEST));
    assertThat(asked.matter().roles()).containsExactly(DutyRole.REQUEST);
    LocalDate due = Objects.requireNonNull(asked.due());
    TaskId id = new TaskId(asked.assigned().taskId());
    assertThat(new RemindTask(id, due, 3).decide(asked, Actor.SYSTEM, WHEN)).hasSize(1);
    Refused.with(
        RefusalCode.INVALID_STATE,
        () -> new NoticeTaskLapse(id, due).decide(asked, Actor.SYSTEM, WHEN));
    Refused.with(
        RefusalCode.INVALID_STATE,
        () -> new EscalateTask(id, PROVINCE, due, 5).decide(asked, Actor.SYSTEM, WHEN));
    Task ordered = part(revised(DutyRole.LEAD));
    assertThat(ordered.matter().roles()).containsExactly(DutyRole.EXECUTE);
    assertThat(new NoticeTaskLapse(id, due).decide(ordered, Actor.SYSTEM, WHEN)).hasSize(1);
  }

  @Test
  void aPartOfARequestIsGivenOnlyToWhomItMayBePassedOn() {
    assertThat(part(revised(DutyRole.REQUEST)).charger()).isEqualTo(PROVINCE);
    assertThat(task(revised(DutyRole.REQUEST)).charger()).isNull();
  }

  @Test
  void aPartIsChargedByTheAgencyThatPassesItOn() {
    TaskDelegated delegated = delegated();
    var events = new AssignPart(delegated, child(0)).decide(null, Actor.SYSTEM);
    assertThat(events)
        .singleElement()
        .isInstanceOfSatisfying(
            TaskAssigned.class,
            part -> {
              assertThat(part.agency()).isEqualTo(DISTRICT);
              assertThat(part.assigner()).isEqualTo(PROVINCE);
              assertThat(part.parentTask()).isEqualTo(WHOLE.taskId());
              assertThat(part.weight()).isEqualTo(3);
              assertThat(part.since()).isEqualTo(TODAY);
            });
    Task part = Task.evolve(null, events.getFirst(), new Taken("x", Given.TODAY));
    assertThat(new AssignPart(delegated, child(0)).decide(part, Actor.SYSTEM)).isEmpty();
  }

  @Test
  void onlyAgenciesBelowGetAPartEachOneOnceNotLaterThanTheWhole() {
    LocalDate late = LocalDate.of(2024, 12, 1);
    Refused.forFields(
        () ->
            new DelegateTask(
                    TASK,
                    List.of(
                        part("NOWHERE", 1),
                        part(PROVINCE, 1),
                        part(DISTRICT, 1),
                        part(DISTRICT, 1),
                        new DelegateTask.Part(OTHER_DISTRICT, " ", late, 1001)))
                .decide(task(), official(PROVINCE), WHEN, AGENCIES, NONE),
        "parts[0].agency",
        "parts[1].agency",
        "parts[3].agency",
        "parts[4].title",
        "parts[4].due",
        "parts[4].weight");
    Refused.forFields(
        () ->
            new DelegateTask(TASK, List.of(part(DISTRICT, 1)))
                .decide(task(delegated()), official(PROVINCE), WHEN, AGENCIES, NONE),
        "parts[0].agency");
  }

  @Test
  void nobodyIsChargedWithAPartThatWasDueBefore() {
    Refused.forFields(() -> due(TODAY.minusDays(1)), "parts[0].due");
    assertThat(due(TODAY)).hasSize(1);
  }

  private static List<TaskEvent> due(LocalDate day) {
    return new DelegateTask(TASK, List.of(new DelegateTask.Part(DISTRICT, null, day, null)))
        .decide(task(), official(PROVINCE), WHEN, AGENCIES, NONE);
  }

  @Test
  void anAgencyWhosePartWasCalledOffGetsAnotherOne() {
    TaskDelegated first = delegated();
    TaskId gone = new TaskId(child(0).taskId());
    Task without = task(first, new ProgressRolledUp(WHOLE.taskId(), gone.value(), 0, false, 0));
    assertThat(again(without).children())
        .singleElement()
        .satisfies(part -> {
          assertThat(part.agency()).isEqualTo(DISTRICT);
          assertThat(part.taskId()).isNotEqualTo(gone.value());
        });
    assertThat(
            new DelegateTask(TASK, List.of(part(DISTRICT, 1)))
                .decide(
                    Task.evolve(without, again(without), new Taken("p." + PROVINCE, TODAY)),
                    official(PROVINCE),
                    WHEN,
                    AGENCIES,
                    NONE))
        .isEmpty();
  }

  @Test
  void whoeverAPartWasGivenToHasItAndNotWhoeverHadItBefore() {
    Task whole = task(delegated());
    TaskId first = new TaskId(child(0).taskId());
    Task given =
        part(
            WHOLE.due(), new TaskReassigned(first.value(), DISTRICT, FINANCE, "Đúng việc", "CV 5"));
    Tasks parts = id -> id.equals(first.value()) ? given : null;
    Refused.forFields(
        () ->
            new DelegateTask(TASK, List.of(part(FINANCE, 1), part(OTHER_DISTRICT, 1)))
                .decide(whole, official(PROVINCE), WHEN, AGENCIES, parts),
        "parts[0].agency",
        "parts[1].agency");
    DelegateTask another = new DelegateTask(TASK, List.of(part(DISTRICT, 1)));
    TaskDelegated charged =
        (TaskDelegated) another.decide(whole, official(PROVINCE), WHEN, AGENCIES, parts).getFirst();
    assertThat(charged.children())
        .extracting(ChildTask::taskId)
        .doesNotContain(first.value())
        .hasSize(1);
    Task then = Task.evolve(whole, charged, new Taken("p." + PROVINCE, TODAY));
    assertThat(another.decide(then, official(PROVINCE), WHEN, AGENCIES, parts)).isEmpty();
  }

  @Test
  void aTaskThatIsChargedAgainBeginsWithoutParts() {
    TaskCancelled cancelled = new TaskCancelled(WHOLE.taskId(), "nhầm", "CV 4");
    Task whole = task(delegated(), cancelled, WHOLE, new TaskAccepted(WHOLE.taskId()));
    assertThat(whole.parts().byId()).isEmpty();
    assertThat(whole.parts().calledOff())
        .hasSize(3)
        .allSatisfy((part, with) -> assertThat(with).isEqualTo(cancelled));
    assertThat(
            new RollUpProgress(TASK, child(0).taskId(), 50, true).decide(whole, Actor.SYSTEM, WHEN))
        .isEmpty();
    assertThat(again(whole).children())
        .extracting(ChildTask::taskId)
        .doesNotContainAnyElementsOf(whole.parts().calledOff().keySet());
  }

  private static TaskDelegated again(Task whole) {
    return (TaskDelegated)
        new DelegateTask(TASK, List.of(part(DISTRICT, 1)))
            .decide(whole, official(PROVINCE), WHEN, AGENCIES, NONE)
            .getFirst();
  }

  private static Task part(@Nullable LocalDate due, TaskEvent... events) {
    ChildTask child = child(0);
    TaskEvent charged =
        new AssignPart(
                delegated(),
                new ChildTask(child.taskId(), child.agency(), child.title(), due, child.weight()))
            .decide(null, Actor.SYSTEM)
            .getFirst();
    Task part = Task.evolve(null, charged, new Taken("x", Given.TODAY));
    part = Task.evolve(part, new TaskAccepted(child.taskId()), new Taken("x", Given.TODAY));
    for (TaskEvent event : events) {
      part = Task.evolve(part, event, new Taken("x", Given.TODAY));
    }
    return part;
  }

  @Test
  void noPartIsExtendedBeyondTheWhole() {
    LocalDate last = Objects.requireNonNull(WHOLE.due());
    LocalDate due = last.minusDays(5);
    LocalDate beyond = last.plusDays(1);
    TaskId id = new TaskId(child(0).taskId());
    Tasks whole = taskId -> taskId.equals(WHOLE.taskId()) ? task() : null;
    Task part = part(due);
    Refused.forFields(
        () ->
            new RequestExtension(id, beyond, "Mưa lũ", null)
                .decide(part, official(DISTRICT), WHEN, whole),
        "newDue");
    assertThat(
            new RequestExtension(id, last, "Mưa lũ", null)
                .decide(part, official(DISTRICT), WHEN, whole))
        .hasSize(1);
    Task asked = part(due, new ExtensionRequested(id.value(), due, last, "Mưa lũ", null));
    Refused.forFields(
        () ->
            new GrantExtension(id, beyond, null, "CV 3")
                .decide(asked, official(PROVINCE), WHEN, whole),
        "newDue");
    assertThat(
            new GrantExtension(id, null, null, "CV 3")
                .decide(asked, official(PROVINCE), WHEN, whole))
        .hasSize(1);
    Task wholeEarlier =
        task(new TaskRescheduled(WHOLE.taskId(), last, last.minusDays(1), "Điều chỉnh", null));
    Refused.forFields(
        () ->
            new GrantExtension(id, null, null, "CV 3")
                .decide(asked, official(PROVINCE), WHEN, taskId -> wholeEarlier),
        "newDue");
    Task wholeWithoutDay =
        task(new TaskRescheduled(WHOLE.taskId(), last, null, "Điều chỉnh", null));
    assertThat(
            new RequestExtension(id, beyond, "Mưa lũ", null)
                .decide(part, official(DISTRICT), WHEN, taskId -> wholeWithoutDay))
        .hasSize(1);
  }

  @Test
  void progressIsAveragedByWeightAndWhatDoesNotCountDoesNot() {
    Task task = task(delegated());
    assertThat(
            new RollUpProgress(TASK, child(0).taskId(), 50, true).decide(task, Actor.SYSTEM, WHEN))
        .containsExactly(new ProgressRolledUp(TASK.value(), child(0).taskId(), 50, true, 38));
    assertThat(
            new RollUpProgress(TASK, child(2).taskId(), 90, true).decide(task, Actor.SYSTEM, WHEN))
        .containsExactly(new ProgressRolledUp(TASK.value(), child(2).taskId(), 90, true, 0));
    Task half =
        task(delegated(), new ProgressRolledUp(TASK.value(), child(0).taskId(), 50, true, 38));
    assertThat(
            new RollUpProgress(TASK, child(1).taskId(), 0, false).decide(half, Actor.SYSTEM, WHEN))
        .containsExactly(new ProgressRolledUp(TASK.value(), child(1).taskId(), 0, false, 50));
  }

  @Test
  void theWholeIsDoneOnlyOnceAllPartsAreHoweverLittleOneWeighs() {
    TaskDelegated uneven =
        (TaskDelegated)
            new DelegateTask(TASK, List.of(part(DISTRICT, 1000), part(OTHER_DISTRICT, 1)))
                .decide(task(), official(PROVINCE), WHEN, AGENCIES, NONE)
                .getFirst();
    String large = uneven.children().getFirst().taskId();
    String small = uneven.children().getLast().taskId();
    assertThat(new RollUpProgress(TASK, large, 100, true).decide(task(uneven), Actor.SYSTEM, WHEN))
        .containsExactly(new ProgressRolledUp(TASK.value(), large, 100, true, 99));
    Task nearly = task(uneven, new ProgressRolledUp(TASK.value(), large, 100, true, 99));
    assertThat(new RollUpProgress(TASK, small, 100, true).decide(nearly, Actor.SYSTEM, WHEN))
        .containsExactly(new ProgressRolledUp(TASK.value(), small, 100, true, 100));
  }

  @Test
  void whatIsKnownOfAPartIsNotToldAgain() {
    Task task =
        task(delegated(), new ProgressRolledUp(TASK.value(), child(0).taskId(), 50, true, 38));
    assertThat(
            new RollUpProgress(TASK, child(0).taskId(), 50, true).decide(task, Actor.SYSTEM, WHEN))
        .isEmpty();
    Refused.with(
        RefusalCode.NOT_FOUND,
        () -> new RollUpProgress(TASK, "none", 50, true).decide(task, Actor.SYSTEM, WHEN));
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () ->
            new RollUpProgress(TASK, child(0).taskId(), 60, true)
                .decide(task, official(PROVINCE), WHEN));
  }

  @Test
  void theWholesShareComesFromItsPartsOnly() {
    Task task =
        task(delegated(), new ProgressRolledUp(TASK.value(), child(0).taskId(), 50, true, 38));
    Refused.forFields(
        () ->
            new ReportProgress(TASK, 90, null, List.of(), List.of())
                .decide(task, official(PROVINCE), WHEN, NO_FILES),
        "percent");
    assertThat(
            new ReportProgress(TASK, 38, "Đang làm", List.of(), List.of())
                .decide(task, official(PROVINCE), WHEN, NO_FILES))
        .hasSize(1);
  }

  @Test
  void aResultWaitsForItsPartsUnlessAReasonIsGiven() {
    Task task = task(delegated());
    Map<String, Task> parts = new HashMap<>();
    SubmitTaskResult without = new SubmitTaskResult(TASK, "Xong", List.of(), null);
    Refused.forFields(
        () -> without.decide(task, official(PROVINCE), WHEN, parts::get, NO_FILES), "reason");
    for (ChildTask child : delegated().children().subList(0, 2)) {
      Refused.forFields(
          () -> without.decide(task, official(PROVINCE), WHEN, parts::get, NO_FILES), "reason");
      parts.put(child.taskId(), task(new TaskCancelled(TASK.value(), "Trùng", null)));
    }
    // The third part counts nothing, so nobody waits for it.
    assertThat(without.decide(task, official(PROVINCE), WHEN, parts::get, NO_FILES)).hasSize(1);
    assertThat(
            new SubmitTaskResult(TASK, "Xong", List.of(), "Xã bổ sung sau")
                .decide(task, official(PROVINCE), WHEN, id -> null, NO_FILES))
        .hasSize(1);
  }
}
