package plantrail.command.task.domain;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantrail.command.Course;
import plantrail.command.Stepwise;
import plantrail.command.platform.Check;
import plantrail.command.platform.Taken;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.Product;
import plantrail.kernel.task.ExtensionGranted;
import plantrail.kernel.task.ExtensionRefused;
import plantrail.kernel.task.ExtensionRequested;
import plantrail.kernel.task.ProductChange;
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
import plantrail.kernel.workflow.Condition;
import plantrail.kernel.workflow.Relation;
import plantrail.kernel.workflow.TaskWorkflow;
import plantrail.kernel.workflow.Workflow;

/**
 * A task as its record tells.
 *
 * @param assigned how it was charged
 * @param matter what it is now
 * @param progress how far it has come
 * @param parties who is responsible, who charged it, who watches over it
 * @param due last timely day now in force, local date; null if none
 * @param granted the later day that was granted last, local date; null if none was
 * @param percent share done as last reported, 0 to 100
 * @param asked the last request for a later day, as of the day in force while it awaits an answer;
 *     null if there was none
 * @param awaitedSince local day since which that request awaits an answer; null if it does not
 * @param parts the parts charged to agencies below
 * @param notices what the system has told already: what the clock said, and by which plans it was
 *     fulfilled
 * @param course how it came to its present state
 */
public record Task(
    TaskAssigned assigned,
    Matter matter,
    TaskProgress progress,
    Parties parties,
    @Nullable LocalDate due,
    @Nullable LocalDate granted,
    int percent,
    @Nullable ExtensionRequested asked,
    @Nullable LocalDate awaitedSince,
    Parts parts,
    Set<TaskEvent> notices,
    Course<TaskEvent> course)
    implements Stepwise<TaskEvent> {

  /** The task after one more event. */
  public static Task evolve(@Nullable Task task, TaskEvent event, Taken taken) {
    if (event instanceof TaskAssigned assigned) {
      LocalDate begun = assigned.since() != null ? assigned.since() : taken.on();
      return new Task(
          assigned,
          new Matter(
              assigned.item(),
              assigned.title(),
              assigned.roles(),
              assigned.partners(),
              assigned.creates()),
          TaskProgress.ASSIGNED,
          new Parties(assigned.agency(), assigned.assigner(), assigned.focal()),
          assigned.due(),
          null,
          0,
          null,
          null,
          task == null ? Parts.NONE : task.parts(),
          task == null ? Set.of() : task.fulfilments(),
          Course.beginning(TaskProgress.ASSIGNED, begun, assigned, taken));
    }
    if (task == null) {
      throw new IllegalStateException("A task's record begins with its assignment");
    }
    return task.after(event, taken);
  }

  @Override
  public String plan() {
    return assigned.planId();
  }

  @Override
  public Workflow<TaskProgress> workflow() {
    return TaskWorkflow.TABLE.at(course.workflows());
  }

  /** A request is answered no sooner than it was made. */
  @Override
  public LocalDate openSince(String step) {
    LocalDate since = Stepwise.super.openSince(step);
    return workflow().step(step).needs().contains(Condition.EXTENSION_ASKED)
            && awaitedSince != null
            && awaitedSince.isAfter(since)
        ? awaitedSince
        : since;
  }

  private Task after(TaskEvent event, Taken taken) {
    TaskProgress next = progressAfter(event);
    return new Task(
        assigned,
        matter.after(event),
        next,
        parties.after(event),
        dueAfter(event),
        grantedAfter(event),
        percentAfter(event),
        askedAfter(event),
        awaitedAfter(event, taken),
        parts.after(event),
        noticesAfter(event),
        courseAfter(next, event, taken));
  }

  /**
   * Work is often begun, and done, before its acceptance is entered, but not before whoever does it
   * was charged with it.
   */
  private Course<TaskEvent> courseAfter(TaskProgress next, TaskEvent event, Taken taken) {
    return switch (event) {
      case TaskAccepted e -> course.noted(next, event, taken);
      case TaskReassigned e -> course.handedOver(next, event, taken);
      default -> course.after(next, event, taken);
    };
  }

  private TaskProgress progressAfter(TaskEvent event) {
    return switch (event) {
      case TaskAssigned e -> TaskProgress.ASSIGNED;
      case TaskReassigned e -> TaskProgress.ASSIGNED;
      case TaskAccepted e -> TaskProgress.ACCEPTED;
      case TaskDeclined e -> TaskProgress.DECLINED;
      case TaskDelegated e -> TaskProgress.IN_PROGRESS;
      case ProgressReported e -> TaskProgress.IN_PROGRESS;
      case TaskReopened e -> TaskProgress.IN_PROGRESS;
      case TaskResultSubmitted e -> TaskProgress.SUBMITTED;
      case TaskResultReturned e -> TaskProgress.RETURNED;
      case TaskResultAccepted e -> TaskProgress.COMPLETED;
      case TaskFulfilled e -> TaskProgress.COMPLETED;
      case TaskCancelled e -> TaskProgress.CANCELLED;
      case ProgressRolledUp e -> progress;
      case ExtensionRequested e -> progress;
      case ExtensionGranted e -> progress;
      case ExtensionRefused e -> progress;
      case TaskUrged e -> progress;
      case TaskReminded e -> progress;
      case TaskLapseNoticed e -> progress;
      case TaskEscalated e -> progress;
      case TaskTransferred e -> progress;
      case TaskRescheduled e -> progress;
      case TaskRevised e -> progress;
      case TaskAssignerChanged e -> progress;
    };
  }

  private @Nullable LocalDate dueAfter(TaskEvent event) {
    return switch (event) {
      case ExtensionGranted granted -> granted.newDue();
      case TaskRescheduled rescheduled -> rescheduled.newDue();
      default -> due;
    };
  }

  private @Nullable LocalDate grantedAfter(TaskEvent event) {
    return switch (event) {
      case ExtensionGranted e -> e.newDue();
      case TaskRescheduled e -> e.leavesGranted(granted);
      default -> granted;
    };
  }

  private int percentAfter(TaskEvent event) {
    return switch (event) {
      case ProgressReported reported -> reported.percent();
      case ProgressRolledUp rolledUp -> rolledUp.percent();
      default -> percent;
    };
  }

  private @Nullable ExtensionRequested askedAfter(TaskEvent event) {
    return switch (event) {
      case ExtensionRequested e -> e;
      case TaskRescheduled e when asked != null && leavesAskedOpen(e) ->
          new ExtensionRequested(
              asked.taskId(),
              Objects.requireNonNull(e.newDue()),
              asked.newDue(),
              asked.reason(),
              asked.basis());
      default -> asked;
    };
  }

  private boolean leavesAskedOpen(TaskRescheduled event) {
    return asked != null && event.leavesOpen(asked.newDue());
  }

  /** A request is outstanding until it is answered, or until there is nothing to ask any more. */
  private @Nullable LocalDate awaitedAfter(TaskEvent event, Taken taken) {
    return switch (event) {
      case ExtensionRequested e -> taken.on();
      case ExtensionGranted e -> null;
      case ExtensionRefused e -> null;
      case TaskRescheduled e -> leavesAskedOpen(e) ? awaitedSince : null;
      case TaskReassigned e -> null;
      case TaskDeclined e -> null;
      case TaskResultAccepted e -> null;
      case TaskFulfilled e -> null;
      case TaskCancelled e -> null;
      default -> awaitedSince;
    };
  }

  private Set<TaskEvent> noticesAfter(TaskEvent event) {
    return switch (event) {
      case TaskReminded e -> noticesWith(e);
      case TaskLapseNoticed e -> noticesWith(e);
      case TaskEscalated e -> noticesWith(e);
      case TaskFulfilled e -> noticesWith(e);
      default -> notices;
    };
  }

  /** What fulfilled it once does so no more, even if it is charged again. */
  private Set<TaskEvent> fulfilments() {
    return notices.stream()
        .filter(TaskFulfilled.class::isInstance)
        .collect(Collectors.toUnmodifiableSet());
  }

  private Set<TaskEvent> noticesWith(TaskEvent notice) {
    Set<TaskEvent> all = new HashSet<>(notices);
    all.add(notice);
    return Set.copyOf(all);
  }

  /** Code of the responsible agency. */
  public String agency() {
    return parties.responsible();
  }

  /** Whether nothing more is to come: completed or called off. */
  public boolean finished() {
    return progress == TaskProgress.COMPLETED || progress == TaskProgress.CANCELLED;
  }

  @Override
  public void open(String step, Actor actor) {
    workflow().take(step, progress, relations(actor), conditions());
  }

  /**
   * Takes a step in which the clock tells something about a last timely day. What was told before,
   * or is about a day that is no longer in force, is not told.
   */
  public List<TaskEvent> tell(String step, TaskEvent notice, LocalDate about, Actor actor) {
    permit(step, actor);
    return about.equals(due) ? tell(step, notice, actor) : List.of();
  }

  /** Takes a step in which the system tells something; what was told before is not told. */
  public List<TaskEvent> tell(String step, TaskEvent notice, Actor actor) {
    permit(step, actor);
    return notices.stream().anyMatch(notice::repeats) ? List.of() : take(step, notice, actor);
  }

  /** The last request for a later day; the step that needs one is refused if there was none. */
  public ExtensionRequested asked(String step, Actor actor) {
    if (asked == null) {
      open(step, actor);
    }
    return Objects.requireNonNull(asked);
  }

  /** The last timely day; the step that needs one is refused if there is none. */
  public LocalDate due(String step, Actor actor) {
    if (due == null) {
      open(step, actor);
    }
    return Objects.requireNonNull(due);
  }

  /**
   * Notes as faulty a day of a part that is after that of this task, the whole; without a day, it
   * bounds none.
   *
   * @param partDue last timely day of the part, local date; null if not stated
   * @param field the field that states it
   */
  public void checkPart(Check check, @Nullable LocalDate partDue, String field) {
    check.that(
        partDue == null || due == null || !partDue.isAfter(due),
        field,
        "field.after-whole",
        String.valueOf(partDue),
        String.valueOf(due));
  }

  /**
   * Code of the agency that must be able to charge whoever is responsible; null for a request that
   * is no part of another, and for what an inspection recommends: inspectors advise units of any
   * branch.
   */
  public @Nullable String charger() {
    boolean asked = matter.request() && assigned.parentTask() == null;
    return asked || assigned.inspectionId() != null ? null : parties.assigner();
  }

  @Override
  public Set<Relation> relations(Actor actor) {
    return TaskWorkflow.relations(
        actor, parties.responsible(), parties.assigner(), parties.focal());
  }

  private Set<Condition> conditions() {
    return TaskWorkflow.conditions(
        due != null, matter.request(), awaitedSince != null, matter.creates());
  }

  /** As below, for the system, which goes by the present tables. */
  public static List<TaskEvent> charge(@Nullable Task task, TaskAssigned assigned, Actor actor) {
    return charge(task, assigned, null, actor);
  }

  /**
   * Charges an agency with a duty, unless it is so already, or begins it anew, see {@link
   * TaskProgress#mayBeginAnew}.
   *
   * @param workflows version of the workflow tables by which the plan goes; null if not recorded
   */
  public static List<TaskEvent> charge(
      @Nullable Task task, TaskAssigned assigned, @Nullable Integer workflows, Actor actor) {
    TaskWorkflow.TABLE
        .at(workflows)
        .permit(
            "assign-task",
            TaskWorkflow.relationsToNew(actor, assigned.assigner(), assigned.focal()));
    if (task == null) {
      return List.of(assigned);
    }
    if (task.mayBeginAnew()) {
      return List.of(assigned.insteadOf(task.due(), task.agency()));
    }
    TaskAssigned before = task.assigned();
    if (before.equals(
        assigned
            .insteadOf(before.oldDue(), before.oldAgency())
            .because(before.reason(), before.basis()))) {
      return List.of();
    }
    throw Refusal.of(
        RefusalCode.ALREADY_EXISTS, "refusal.task-exists", assigned.duty(), assigned.agency());
  }

  /** As it is with whoever stands in the place of its assigner and its focal agency. */
  public Task watchedBy(UnaryOperator<String> inPlaceOf) {
    return new Task(
        assigned,
        matter,
        progress,
        parties.watchedBy(inPlaceOf),
        due,
        granted,
        percent,
        asked,
        awaitedSince,
        parts,
        notices,
        course);
  }

  /** Charges anew with it if it was called off; what is there or done already stays as it is. */
  public List<TaskEvent> chargeAgain(TaskAssigned again, Actor actor) {
    return mayBeginAnew() ? charge(this, again, actor) : List.of();
  }

  private boolean mayBeginAnew() {
    return progress.mayBeginAnew(assigned.parentTask(), assigned.inspectionId());
  }

  /**
   * What is to be done.
   *
   * @param item outline number of the plan's item; null if it belongs to none
   * @param title in the plan's words
   * @param roles the responsible agency's part in it, the leading one first
   * @param partners with whom; null if not said
   * @param creates what it has to bring about; null for an ordinary duty
   */
  public record Matter(
      @Nullable String item,
      String title,
      List<DutyRole> roles,
      @Nullable String partners,
      @Nullable Product creates) {
    public Matter {
      roles = List.copyOf(roles);
    }

    /** What a task of that rule is. */
    public static Matter of(AssignmentRule rule) {
      return new Matter(rule.item(), rule.title(), rule.roles(), rule.partners(), rule.creates());
    }

    /**
     * What it is once the plan says otherwise: what was as the plan said before is as it says now,
     * what a person said otherwise stays.
     */
    public Matter following(Matter before, Matter now) {
      return new Matter(
          Objects.equals(item, before.item) ? now.item : item,
          title.equals(before.title) ? now.title : title,
          roles.equals(before.roles) ? now.roles : roles,
          Objects.equals(partners, before.partners) ? now.partners : partners,
          creates == before.creates ? now.creates : creates);
    }

    /** The same, with those parts in it. */
    public Matter with(List<DutyRole> roles) {
      return new Matter(item, title, roles, partners, creates);
    }

    Matter after(TaskEvent event) {
      if (!(event instanceof TaskRevised e)) {
        return this;
      }
      ProductChange product = e.product();
      return new Matter(
          e.item(), e.title(), e.roles(), e.partners(), product == null ? creates : product.now());
    }

    /** Whether it is a request to a body that cannot be ordered. */
    public boolean request() {
      return DutyRole.isRequest(roles);
    }

    /** What agencies below are in parts of it: a part of a request is a request, too. */
    public List<DutyRole> rolesBelow() {
      return List.of(request() ? DutyRole.REQUEST : DutyRole.EXECUTE);
    }
  }

  /**
   * Who stands where.
   *
   * @param responsible code of the responsible agency
   * @param assigner code of the agency that charged it and accepts the result
   * @param focal code of the plan's focal agency; null if none
   */
  public record Parties(String responsible, String assigner, @Nullable String focal) {
    Parties after(TaskEvent event) {
      return switch (event) {
        case TaskReassigned e -> new Parties(e.successor(), assigner, focal);
        case TaskAssignerChanged e -> new Parties(responsible, e.successor(), focal);
        case TaskTransferred e -> succeeded(e.predecessor(), e.successor());
        default -> this;
      };
    }

    Parties watchedBy(UnaryOperator<String> inPlaceOf) {
      return new Parties(
          responsible, inPlaceOf.apply(assigner), focal == null ? null : inPlaceOf.apply(focal));
    }

    private Parties succeeded(String predecessor, String successor) {
      return new Parties(
          responsible.equals(predecessor) ? successor : responsible,
          assigner.equals(predecessor) ? successor : assigner,
          predecessor.equals(focal) ? successor : focal);
    }

    /** Whether that agency stands anywhere. */
    public boolean include(String agency) {
      return Stream.of(responsible, assigner).anyMatch(agency::equals) || agency.equals(focal);
    }
  }
}
