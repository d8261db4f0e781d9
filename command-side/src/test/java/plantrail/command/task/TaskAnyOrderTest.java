package plantrail.command.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.command.AnyOrder;
import plantrail.command.Given;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Attached;
import plantrail.command.platform.CommandRegistry;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Taken;
import plantrail.command.task.accepttask.AcceptTask;
import plantrail.command.task.accepttaskresult.AcceptTaskResult;
import plantrail.command.task.bringtaskforward.BringTaskForward;
import plantrail.command.task.canceltask.CancelTask;
import plantrail.command.task.changeassigner.ChangeAssigner;
import plantrail.command.task.declinetask.DeclineTask;
import plantrail.command.task.delegatetask.DelegateTask;
import plantrail.command.task.domain.Parts;
import plantrail.command.task.domain.Task;
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
import plantrail.command.task.returntaskresult.ReturnTaskResult;
import plantrail.command.task.revisetask.ReviseTask;
import plantrail.command.task.rollupprogress.RollUpProgress;
import plantrail.command.task.submittaskresult.SubmitTaskResult;
import plantrail.command.task.transfertask.TransferTask;
import plantrail.command.task.unfulfiltask.UnfulfilTask;
import plantrail.command.task.urgetask.UrgeTask;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.Product;
import plantrail.kernel.task.ExtensionGranted;
import plantrail.kernel.task.ExtensionRefused;
import plantrail.kernel.task.ExtensionRequested;
import plantrail.kernel.task.ProgressReported;
import plantrail.kernel.task.ProgressRolledUp;
import plantrail.kernel.task.TaskAccepted;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskAssignerChanged;
import plantrail.kernel.task.TaskCancelled;
import plantrail.kernel.task.TaskDeclined;
import plantrail.kernel.task.TaskDelegated;
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
import plantrail.kernel.task.TaskResultReturned;
import plantrail.kernel.task.TaskResultSubmitted;
import plantrail.kernel.task.TaskRevised;
import plantrail.kernel.task.TaskTransferred;
import plantrail.kernel.task.TaskUrged;
import plantrail.kernel.workflow.Relation;

class TaskAnyOrderTest extends AnyOrder<Task, TaskEvent> {
  private static final TaskId TASK = new TaskId(Given.assigned().taskId());
  private static final String COMMUNE = Given.DISTRICT + ".001";

  /** The registry, with an agency below the district. */
  private static final Agencies REGISTRY =
      Given.agencies(List.of(Given.registered(COMMUNE, Given.DISTRICT)));

  private static final Attached.Types NO_FILES = (hash, agency) -> null;

  private static TaskAssigned assigned(LocalDate since) {
    TaskAssigned given = Given.assigned();
    return new TaskAssigned(
        given.taskId(),
        given.planId(),
        given.document(),
        given.duty(),
        given.item(),
        given.title(),
        given.agency(),
        given.roles(),
        given.partners(),
        given.due(),
        given.assigner(),
        given.focal(),
        given.creates(),
        given.inspectionId(),
        since,
        given.parentTask(),
        given.weight());
  }

  @Override
  protected int steps() {
    return 150;
  }

  @Override
  protected boolean onlyNotes(TaskEvent event) {
    return event instanceof TaskAccepted;
  }

  @Override
  protected boolean handsOver(TaskEvent event) {
    return event instanceof TaskReassigned;
  }

  @Override
  protected Class<?> aggregate() {
    return TaskAggregate.class;
  }

  @Override
  protected List<Actor> concerned() {
    return List.of(Given.official(Given.DISTRICT), Given.official(Given.PROVINCE), Actor.SYSTEM);
  }

  /** One that was called off begins again. */
  @Override
  protected boolean beginsOnce() {
    return false;
  }

  @Override
  protected Attempt<Task, TaskEvent> any(Random random, Occurrence when) {
    String agency = anyOf(random, Given.agencies().stream().sorted().toList());
    LocalDate due = Objects.requireNonNull(Given.assigned().due());
    LocalDate day = random.nextBoolean() ? due : due.plusDays(random.nextInt(40) - 10);
    int percent = random.nextInt(130) - 10;
    String text = random.nextInt(8) == 0 ? " " : "Văn bản " + random.nextInt(3);
    boolean either = random.nextBoolean();
    if (random.nextInt(5) == 0) {
      return new Attempt<>(
          "assign-task",
          (task, actor) -> {
            List<TaskEvent> events = Task.charge(task, assigned(when.day()), null, actor);
            when.check(task == null ? Given.ISSUED : task.course().taken().on()).done();
            return events;
          });
    }
    return switch (random.nextInt(20)) {
      case 0, 1, 2, 3, 4, 5 ->
          switch (random.nextInt(3)) {
            case 0 ->
                step(
                    "report-progress",
                    (task, actor) ->
                        new ReportProgress(TASK, percent, text, List.of(), List.of())
                            .decide(task, actor, when, NO_FILES));
            case 1 ->
                step(
                    "submit-task-result",
                    (task, actor) ->
                        new SubmitTaskResult(TASK, text, List.of(), either ? text : null)
                            .decide(task, actor, when, id -> null, NO_FILES));
            default ->
                step(
                    "delegate-task",
                    (task, actor) ->
                        new DelegateTask(
                                TASK,
                                List.of(
                                    new DelegateTask.Part(
                                        either ? COMMUNE : agency, null, null, percent)))
                            .decide(task, actor, when, REGISTRY, id -> null));
          };
      case 6 ->
          step(
              "request-extension",
              (task, actor) ->
                  new RequestExtension(TASK, day, text, null)
                      .decide(task, actor, when, id -> null));
      case 7 ->
          step(
              "grant-extension",
              (task, actor) ->
                  new GrantExtension(TASK, either ? day : null, either ? text : null, "CV 3")
                      .decide(task, actor, when, id -> null));
      case 8, 9, 10, 11 -> {
        // What leads on, said more often than what does not.
        TaskCommand command =
            anyOf(
                random,
                List.of(
                    new AcceptTask(TASK),
                    new AcceptTask(TASK),
                    new AcceptTaskResult(TASK, null),
                    new AcceptTaskResult(TASK, null),
                    new ReturnTaskResult(TASK, text),
                    new ReopenTask(TASK, text),
                    new ReopenTask(TASK, text)));
        yield step(
            CommandRegistry.nameOf(command.getClass()),
            (task, actor) -> command.decide(task, actor, when));
      }
      case 12 -> {
        ReassignTask reassign =
            new ReassignTask(
                TASK, anyOf(random, List.of(Given.DISTRICT, Given.PROVINCE, agency)), text, "CV 3");
        yield step(
            "reassign-task", (task, actor) -> reassign.decide(task, actor, when, Given.AGENCIES));
      }
      case 13 -> {
        // What the system says of plans of the agency's own.
        TaskCommand command =
            anyOf(
                random,
                List.of(
                    new FulfilTask(TASK, "p", "12/KH-UBND", Given.TODAY),
                    new UnfulfilTask(TASK, "p", text)));
        yield step(
            CommandRegistry.nameOf(command.getClass()),
            (task, actor) -> command.decide(task, actor, when));
      }
      case 14 ->
          step(
              "roll-up-progress",
              (task, actor) ->
                  new RollUpProgress(
                          TASK,
                          task.parts().byId().keySet().stream().findFirst().orElse("none"),
                          Math.clamp(percent, 0, 100),
                          either)
                      .decide(task, actor, when));
      case 16, 17 -> {
        ReviseTask command = revised(text, random.nextBoolean(), either);
        yield step(
            "revise-task", (task, actor) -> command.decide(task, actor, when, Given.AGENCIES));
      }
      case 15 -> {
        // What a rest does, to what was granted before, too.
        RescheduleTask command =
            new RescheduleTask(TASK, day.plusDays(30), "tiếp tục", null, day.plusDays(20));
        yield step("reschedule-task", (task, actor) -> command.decide(task, actor, when));
      }
      default -> {
        TaskCommand command =
            anyOf(
                random,
                List.of(
                    new DeclineTask(TASK, random.nextInt(4) > 0 ? " " : text),
                    new AcceptTaskResult(TASK, text),
                    new RefuseExtension(TASK, text),
                    new UrgeTask(TASK, text),
                    new CancelTask(TASK, random.nextInt(6) > 0 ? " " : text, "CV 3", null),
                    new RemindTask(TASK, day, random.nextInt(4)),
                    new NoticeTaskLapse(TASK, day),
                    new EscalateTask(TASK, Given.PROVINCE, day, random.nextInt(9)),
                    new RescheduleTask(
                        TASK, random.nextInt(4) == 0 ? null : day, "điều chỉnh", "QĐ 1"),
                    new TransferTask(TASK, agency, Given.OTHER_DISTRICT, "sáp nhập", "NQ 1"),
                    new ChangeAssigner(TASK, agency, "đúng chức năng", null),
                    new BringTaskForward(TASK, day, "điều chỉnh", "QĐ 1")));
        yield step(
            CommandRegistry.nameOf(command.getClass()),
            (task, actor) -> command.decide(task, actor, when));
      }
    };
  }

  private static ReviseTask revised(String title, boolean ownPlan, boolean byDifference) {
    return new ReviseTask(
        TASK,
        2,
        byDifference
            ? new Task.Matter("II.1", "Nội dung 1", List.of(DutyRole.EXECUTE), null, null)
            : null,
        new Task.Matter(
            "II.1",
            title,
            List.of(ownPlan ? DutyRole.REQUEST : DutyRole.EXECUTE),
            null,
            ownPlan ? Product.SUBORDINATE_PLAN : null),
        "điều chỉnh",
        "QĐ 1");
  }

  @Override
  protected Set<Relation> relations(Task task, TaskEvent event, Actor actor) {
    return task.relations(actor);
  }

  @Override
  protected Task evolve(@Nullable Task task, TaskEvent event, Taken taken) {
    return Task.evolve(task, event, taken);
  }

  @Override
  protected Facts begins(TaskEvent event, Taken taken) {
    TaskAssigned e = (TaskAssigned) event;
    return fact("assigned", e)
        .with("matter", new Task.Matter(e.item(), e.title(), e.roles(), e.partners(), e.creates()))
        .with("progress", TaskProgress.ASSIGNED)
        .with("parties", new Task.Parties(e.agency(), e.assigner(), e.focal()))
        .with("due", e.due())
        .with("granted", null)
        .with("percent", 0)
        .with("asked", null)
        .with("awaitedSince", null)
        .with("parts", new Parts(Map.of(), Map.of()))
        .with("notices", Set.of());
  }

  private static Facts comesTo(TaskProgress progress) {
    return fact("progress", progress);
  }

  private static Facts told(Task before, TaskEvent notice) {
    Set<TaskEvent> notices = new HashSet<>(before.notices());
    notices.add(notice);
    return fact("notices", notices);
  }

  @Override
  protected Facts leaves(Task before, TaskEvent event, Taken taken) {
    Task.Parties parties = before.parties();
    return switch (event) {
      case TaskAssigned e -> {
        Set<TaskEvent> fulfilments = new HashSet<>(before.notices());
        fulfilments.removeIf(notice -> !(notice instanceof TaskFulfilled));
        yield begins(e, taken).with("parts", before.parts()).with("notices", fulfilments);
      }
      case TaskAccepted _ -> comesTo(TaskProgress.ACCEPTED);
      case TaskDeclined _ -> comesTo(TaskProgress.DECLINED).with("awaitedSince", null);
      case TaskDelegated e -> {
        Map<String, Parts.Part> parts = new HashMap<>(before.parts().byId());
        e.children().forEach(each -> parts.put(each.taskId(), new Parts.Part(each, 0, true)));
        yield comesTo(TaskProgress.IN_PROGRESS)
            .with("parts", new Parts(parts, before.parts().calledOff()));
      }
      case ProgressReported e -> comesTo(TaskProgress.IN_PROGRESS).with("percent", e.percent());
      case ProgressRolledUp e -> {
        Map<String, Parts.Part> parts = new HashMap<>(before.parts().byId());
        parts.replaceAll((id, part) ->
            id.equals(e.childId())
                ? new Parts.Part(part.child(), e.childPercent(), e.counted())
                : part);
        yield fact("percent", e.percent())
            .with("parts", new Parts(parts, before.parts().calledOff()));
      }
      case TaskResultSubmitted _ -> comesTo(TaskProgress.SUBMITTED);
      case TaskResultReturned _ -> comesTo(TaskProgress.RETURNED);
      case TaskResultAccepted _ -> comesTo(TaskProgress.COMPLETED).with("awaitedSince", null);
      case TaskFulfilled e ->
          told(before, e).with("progress", TaskProgress.COMPLETED).with("awaitedSince", null);
      case TaskReopened _ -> comesTo(TaskProgress.IN_PROGRESS);
      case TaskCancelled e -> {
        Map<String, TaskCancelled> over = new HashMap<>(before.parts().calledOff());
        before.parts().byId().keySet().forEach(part -> over.put(part, e));
        yield comesTo(TaskProgress.CANCELLED)
            .with("awaitedSince", null)
            .with("parts", new Parts(Map.of(), over));
      }
      case ExtensionRequested e -> fact("asked", e).with("awaitedSince", taken.on());
      case ExtensionGranted e ->
          fact("due", e.newDue()).with("granted", e.newDue()).with("awaitedSince", null);
      case ExtensionRefused _ -> fact("awaitedSince", null);
      case TaskUrged _ -> nothingElse();
      case TaskReminded e -> told(before, e);
      case TaskLapseNoticed e -> told(before, e);
      case TaskEscalated e -> told(before, e);
      case TaskReassigned e ->
          comesTo(TaskProgress.ASSIGNED)
              .with("awaitedSince", null)
              .with(
                  "parties", new Task.Parties(e.successor(), parties.assigner(), parties.focal()));
      case TaskAssignerChanged e ->
          fact("parties", new Task.Parties(parties.responsible(), e.successor(), parties.focal()));
      case TaskTransferred e ->
          fact(
              "parties",
              new Task.Parties(
                  e.inPlaceOf(parties.responsible()),
                  e.inPlaceOf(parties.assigner()),
                  parties.focal() == null ? null : e.inPlaceOf(parties.focal())));
      case TaskRevised e ->
          fact(
              "matter",
              new Task.Matter(
                  e.item(),
                  e.title(),
                  e.roles(),
                  e.partners(),
                  e.product() == null ? before.matter().creates() : e.product().now()));
      case TaskRescheduled e -> rescheduled(before, e);
    };
  }

  private static Facts rescheduled(Task before, TaskRescheduled e) {
    LocalDate due = e.newDue();
    LocalDate granted = before.granted();
    ExtensionRequested asked = before.asked();
    boolean lost = due == null || (granted != null && granted.isAfter(due));
    Facts facts =
        fact("due", due).with("granted", e.granted() != null ? e.granted() : lost ? null : granted);
    return due != null && asked != null && asked.newDue().isAfter(due)
        ? facts.with(
            "asked",
            new ExtensionRequested(
                asked.taskId(), due, asked.newDue(), asked.reason(), asked.basis()))
        : facts.with("awaitedSince", null);
  }

  @Override
  protected void holds(@Nullable Task before, TaskEvent event, Task after) {
    assertThat(after.percent()).isBetween(0, 100);
    assertThat(after.assigned().insteadOf(null, null)).isEqualTo(assigned(after.begun()));
    if (before == null) {
      assertThat(after.assigned().oldAgency()).isNull();
      return;
    }
    if (event instanceof TaskAssigned again) {
      assertThat(again.oldAgency()).isEqualTo(before.agency());
      assertThat(again.oldDue()).isEqualTo(before.due());
      assertThat(before.progress()).as("begins again").isEqualTo(TaskProgress.CANCELLED);
      assertThat(after.parts().byId()).as("parts of a task that begins again").isEmpty();
      assertThat(after.parts().calledOff().keySet())
          .as("parts that were called off with it")
          .containsAll(before.parts().calledOff().keySet());
      return;
    }
    assertThat(before.progress())
        .as("nothing but a new beginning follows a cancelled task")
        .isNotEqualTo(TaskProgress.CANCELLED);
    assertThat(after.begun()).isEqualTo(before.begun());
  }
}
