package plantrail.command.automation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Commands;
import plantrail.command.platform.Plans;
import plantrail.command.task.canceltask.CancelTask;
import plantrail.kernel.message.MetadataKeys;
import plantrail.kernel.message.Role;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.PlanAmended;
import plantrail.kernel.plan.PlanChange.Part;
import plantrail.kernel.plan.PlanEvent;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.PlanResumed;
import plantrail.kernel.plan.PlanRevoked;
import plantrail.kernel.plan.PlanSuperseded;
import plantrail.kernel.plan.PlanYearOpened;
import plantrail.kernel.plan.ReportingRule;
import plantrail.kernel.report.ReportOpened;
import plantrail.kernel.report.ReportRescheduled;
import plantrail.kernel.task.ExtensionGranted;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.task.TaskRescheduled;

/**
 * What a change of a plan means for its duties, as commands: always the same ones in the same
 * order, however often it is asked, so that what was interrupted can go on where it was. A duty
 * that is opened is a {@link RollOut} of one, due as the {@link Timetable} says.
 *
 * <ul>
 *   <li>Issued: all tasks are opened, and the reports of the first year.
 *   <li>Amended: those of added rules are opened, those of withdrawn rules called off; of a changed
 *       rule those of agencies that it no longer binds are called off, those of new ones opened;
 *       the others are said anew if they are other than before, and their last timely day is moved
 *       if it is another. Whom a rule binds is asked of its {@link Reach}: a duty follows its heir.
 *       Reports of periods that lie behind, and what is handed in, stay. Of a rule that runs at
 *       another frequency now, those of periods to come are called off, and those of periods that
 *       had begun stay as they were. What was called off and is asked for anew is opened again.
 *   <li>A further year opened: its reports are opened, those of changed rules from the amendment
 *       on.
 *   <li>Resumed with a shift: last timely days move, but for those that had passed before the plan
 *       rested.
 *   <li>Revoked or superseded: all open duties are called off.
 * </ul>
 */
@Component
class Adjustments {
  private final AgencyDirectory directory;
  private final Agencies agencies;
  private final PlanDuties duties;
  private final RollOuts rollOuts;
  private final Plans plans;
  private final EventStore eventStore;

  Adjustments(
      AgencyDirectory directory,
      Agencies agencies,
      PlanDuties duties,
      RollOuts rollOuts,
      Plans plans,
      EventStore eventStore) {
    this.directory = directory;
    this.agencies = agencies;
    this.duties = duties;
    this.rollOuts = rollOuts;
    this.plans = plans;
    this.eventStore = eventStore;
  }

  /** Whether that change of a plan means anything for its duties. */
  static boolean concerns(PlanEvent event) {
    return switch (event) {
      case PlanIssued e -> true;
      case PlanAmended e -> true;
      case PlanYearOpened e -> true;
      case PlanResumed e -> e.shift() != 0;
      case PlanRevoked e -> true;
      case PlanSuperseded e -> true;
      default -> false;
    };
  }

  /** The commands that follow from the change that is rolled out. */
  List<Object> of(RollOuts.State state) {
    PlanStory story = story(state.planId()).upTo(state.eventId());
    return switch (story.last()) {
      case PlanIssued e -> opened(e, story, state.position());
      case PlanAmended e -> amended(e, story, state);
      case PlanYearOpened e -> yearOpened(e, story, state.position());
      case PlanResumed e -> shifted(e, story, state);
      case PlanRevoked e -> cancelled(state, e.reason(), e.basis());
      case PlanSuperseded e -> cancelled(state, e.reason(), basis(e));
      default -> List.of();
    };
  }

  private PlanStory story(String planId) {
    return PlanStory.of(planId, eventStore);
  }

  private List<PlanDuties.Duty> existing(RollOuts.State state) {
    return duties.upTo(state.planId(), state.lastDuty());
  }

  private List<Object> opened(PlanIssued plan, PlanStory story, long position) {
    Opening opening =
        new Opening(
            directory, plan, 1, plan.issueDate(), story.timetable(), position, Map.of(), null);
    plan.assignments().forEach(opening::tasks);
    plan.reportingRules().forEach(opening::reports);
    return opening.steps();
  }

  private List<Object> yearOpened(PlanYearOpened opened, PlanStory story, long position) {
    PlanIssued plan = story.version(story.version());
    Map<String, PlanAmended> changed = story.changed(Part.REPORTING_RULE);
    Timetable timetable = story.timetable();
    Opening opening =
        new Opening(
            directory, plan, story.version(), opened.from(), timetable, position, Map.of(), null);
    Reach reach = new Reach(directory, agencies, story.issued(), opened.from(), position);
    for (ReportingRule rule : plan.reportingRules()) {
      PlanAmended amended = changed.get(rule.id());
      LocalDate since = amended == null ? opened.from() : later(opened.from(), amended.from());
      opening.further(rule, timetable.occasionsOfLastYear(rule, since), reach);
    }
    return opening.steps();
  }

  private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
    return one == null || other == null || !one.isAfter(other) ? one : other;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private List<Object> cancelled(RollOuts.State state, String reason, String basis) {
    return existing(state).stream().map(duty -> ToDuty.cancel(duty, reason, basis, null)).toList();
  }

  /** How a plan that was revoked or superseded calls off that task; empty if it was not. */
  List<Object> calledOff(String planId, TaskId task) {
    List<Object> last = List.of();
    for (PlanEvent event : story(planId).events()) {
      last =
          switch (event) {
            case PlanRevoked e -> List.of(new CancelTask(task, e.reason(), e.basis(), null));
            case PlanSuperseded e -> List.of(new CancelTask(task, e.reason(), basis(e), null));
            default -> last;
          };
    }
    return last;
  }

  private static String basis(PlanSuperseded superseded) {
    return superseded.basis() != null ? superseded.basis() : superseded.byDocument();
  }

  private List<Object> shifted(PlanResumed resumed, PlanStory story, RollOuts.State state) {
    List<Object> steps = new ArrayList<>();
    PlanVersion now = story.present();
    Timetable timetable = story.timetable();
    for (PlanDuties.Duty duty : existing(state)) {
      List<DomainEventMessage<?>> record = record(duty.id());
      AssignmentRule rule = duty.isTask() ? now.assignment(duty.rule()) : null;
      if (rule != null && chargedByPlan(record) != null) {
        LocalDate due = timetable.due(rule).day();
        if (due != null) {
          steps.add(ToDuty.move(duty, due, granted(record, story), resumed));
        }
      } else {
        Days days = daysBefore(record, state).after(resumed);
        if (days != null) {
          steps.add(ToDuty.move(duty, days.due(), days.granted(), resumed));
        }
      }
    }
    return steps;
  }

  private List<DomainEventMessage<?>> record(String dutyId) {
    List<DomainEventMessage<?>> record = new ArrayList<>();
    eventStore.readEvents(dutyId, 0).forEachRemaining(record::add);
    return record;
  }

  /** How the plan itself charged the task the last time; null if somebody did by hand. */
  private static @Nullable TaskAssigned chargedByPlan(List<DomainEventMessage<?>> record) {
    EventMessage<?> last = lastCharge(record);
    TaskAssigned charged = (TaskAssigned) last.getPayload();
    return charged.parentTask() == null
            && charged.inspectionId() == null
            && Role.SYSTEM.name().equals(last.getMetaData().get(MetadataKeys.ROLE))
        ? charged
        : null;
  }

  private static EventMessage<?> lastCharge(List<DomainEventMessage<?>> record) {
    return record.stream()
        .filter(each -> each.getPayload() instanceof TaskAssigned)
        .reduce((one, next) -> next)
        .orElseThrow();
  }

  /**
   * What was granted to a task of the plan last, as the plan's rests have moved it since, also
   * those that passed the task over while it was finished; null if nothing was, or if the plan
   * named no day for a while.
   */
  private static @Nullable LocalDate granted(List<DomainEventMessage<?>> record, PlanStory story) {
    LocalDate granted = null;
    Instant since = Instant.MAX;
    String rule = "";
    for (DomainEventMessage<?> message : record) {
      if (message.getPayload() instanceof ExtensionGranted grant) {
        granted = grant.newDue();
        since = message.getTimestamp();
      } else if (message.getPayload() instanceof TaskAssigned charged) {
        granted = null;
        rule = charged.duty();
      }
    }
    return granted == null ? null : story.granted(granted, since, rule);
  }

  /**
   * By when a duty was owed.
   *
   * @param due last timely day; null if it had none
   * @param granted what was granted to its agency alone; null if nothing was
   */
  private record Days(@Nullable LocalDate due, @Nullable LocalDate granted) {

    /** The same as a rest moves it; null where that moves nothing. */
    @Nullable Days after(PlanResumed rest) {
      return due == null || due.isBefore(rest.restedFrom())
          ? null
          : new Days(rest.moved(due), granted == null ? null : rest.moved(granted));
    }
  }

  /** By when the duty was owed when that change was made. */
  private static Days daysBefore(List<DomainEventMessage<?>> record, RollOuts.State change) {
    return days(
        record.stream()
            .filter(each -> !followsFrom(each, change) && !isSaidLater(each, change))
            .toList());
  }

  private static Days days(List<DomainEventMessage<?>> record) {
    Days days = new Days(null, null);
    for (DomainEventMessage<?> message : record) {
      days =
          switch (message.getPayload()) {
            case TaskAssigned e -> new Days(e.due(), null);
            case ExtensionGranted e -> new Days(e.newDue(), e.newDue());
            case TaskRescheduled e -> new Days(e.newDue(), e.leavesGranted(days.granted()));
            case ReportOpened e -> new Days(e.due(), null);
            case ReportRescheduled e -> new Days(e.newDue(), null);
            default -> days;
          };
    }
    return days;
  }

  private static boolean followsFrom(EventMessage<?> message, RollOuts.State change) {
    return cause(change).correlation().equals(message.getMetaData().get(MetadataKeys.CORRELATION));
  }

  /** Whether a person said it knowing of that change. What follows from earlier ones comes late. */
  private static boolean isSaidLater(EventMessage<?> message, RollOuts.State change) {
    return message.getTimestamp().isAfter(change.recordedAt())
        && !Role.SYSTEM.name().equals(message.getMetaData().get(MetadataKeys.ROLE));
  }

  /** That change as the cause of what follows from it. */
  static Commands.Cause cause(RollOuts.State change) {
    return new Commands.Cause(
        change.eventId(), change.root(), change.recordedAt(), change.sample());
  }

  private List<Object> amended(PlanAmended amended, PlanStory story, RollOuts.State state) {
    PlanIssued after = story.version(amended.version());
    Amendment amendment = amendment(amended, story, state.position());
    existing(state).forEach(amendment::meet);
    amendment.open(
        after,
        new Opening(
            directory,
            after,
            amended.version(),
            amended.from(),
            story.timetable(),
            state.position(),
            amendment.known(),
            amended));
    return amendment.steps();
  }

  private Amendment amendment(PlanAmended amended, PlanStory story, long position) {
    return new Amendment(
        amended,
        new PlanVersion(story.version(amended.version() - 1)),
        new PlanVersion(story.version(amended.version())),
        new Reach(directory, agencies, story.issued(), amended.from(), position));
  }

  /**
   * What the plan's changes mean for a task that they passed over because it was handed in: the
   * amendment that lets go of it calls it off. Changes that were not met yet will meet the task as
   * it is by then.
   */
  List<Object> whereReturned(TaskId task) {
    TaskAssigned charged = chargedByPlan(record(task.value()));
    return charged == null ? List.of() : letGo(charged, met(charged.planId()));
  }

  /**
   * The same of one that was finished and is open again: where the plan still asks for it, it is
   * what its words say by now, and due on the day that they name, as moved by rests.
   */
  List<Object> whereReopened(TaskId task) {
    List<DomainEventMessage<?>> record = record(task.value());
    TaskAssigned charged = chargedByPlan(record);
    if (charged == null) {
      return List.of();
    }
    PlanStory story = met(charged.planId());
    List<Object> letGo = letGo(charged, story);
    return letGo.isEmpty() ? asItStands(duty(charged), granted(record, story), story) : letGo;
  }

  /**
   * A rest that a task missed while it was finished, and that no clause of the plan tells it now.
   *
   * @param command moves the task's day as that rest does
   * @param cause the resumption, from which it follows like the moves of what was open then
   */
  record MissedRest(Object command, Commands.Cause cause) {}

  /**
   * The first of those that the task has not caught up with; null if there is none. No part moves
   * behind the day of its whole.
   */
  @Nullable MissedRest missedRest(TaskId task) {
    List<DomainEventMessage<?>> record = record(task.value());
    if (chargedByPlan(record) != null) {
      return null;
    }
    EventMessage<?> last = lastCharge(record);
    TaskAssigned charged = (TaskAssigned) last.getPayload();
    PlanDuties.Duty duty = duty(charged);
    LocalDate latest =
        charged.parentTask() == null ? null : days(record(charged.parentTask())).due();
    for (PlanStory.Told told : met(duty.planId()).told()) {
      if (told.event() instanceof PlanResumed rest
          && rest.shift() != 0
          && told.recordedAt().isAfter(last.getTimestamp())) {
        RollOuts.State change = rollOuts.of(duty.planId(), told.eventId()).orElseThrow();
        if (record.stream().noneMatch(each -> followsFrom(each, change))) {
          Days days = daysBefore(record, change).after(rest);
          if (days != null) {
            Object command = ToDuty.move(duty, earlier(days.due(), latest), days.granted(), rest);
            return new MissedRest(command, cause(change));
          }
        }
      }
    }
    return null;
  }

  private List<Object> letGo(TaskAssigned charged, PlanStory story) {
    Amendment letGo =
        letGo(
            duty(charged),
            story,
            amended -> rollOuts.of(charged.planId(), amended).orElseThrow().position());
    return letGo == null ? List.of() : List.of(letGo.callsOff(charged));
  }

  private static List<Object> asItStands(
      PlanDuties.Duty task, @Nullable LocalDate granted, PlanStory story) {
    PlanVersion now = story.present();
    List<Object> steps = new ArrayList<>();
    PlanAmended stated = story.changed(Part.ASSIGNMENT).get(task.rule());
    if (stated != null) {
      steps.add(ToDuty.revise(task, now, stated, basis(stated, task)));
    }
    Timetable.Due due = story.timetable().due(now.assignment(task));
    switch (due.because()) {
      case PlanAmended e ->
          steps.add(ToDuty.reschedule(task, due.day(), e.reason(), basis(e, task), null));
      case PlanResumed e -> steps.add(ToDuty.move(task, due.day(), granted, e));
      default -> {}
    }
    return steps;
  }

  private static String basis(PlanAmended amended, PlanDuties.Duty task) {
    return String.valueOf(Amendment.basis(amended, Part.ASSIGNMENT, task.rule()));
  }

  private static PlanDuties.Duty duty(TaskAssigned charged) {
    return new PlanDuties.Duty(
        charged.taskId(), charged.planId(), charged.duty(), null, charged.agency());
  }

  /** What happened to the plan, up to the first change that was not met yet. */
  private PlanStory met(String planId) {
    return story(planId)
        .takeWhile(
            each -> !concerns(each.event()) || rollOuts.of(planId, each.eventId()).isPresent());
  }

  /**
   * Whether an amendment of its plan asks for the duty no more, or not of its agency, and no later
   * one does again. Refuses with CONFLICT where the agencies as of an amendment are not known yet.
   */
  boolean isLetGo(PlanDuties.Duty duty) {
    String plan = duty.planId();
    return letGo(duty, story(plan), amended -> rollOuts.position(plan, amended)) != null;
  }

  /**
   * The amendment that lets go of the duty; null if none does.
   *
   * @param positions place in the log of an amendment's event
   */
  private @Nullable Amendment letGo(
      PlanDuties.Duty duty, PlanStory story, ToLongFunction<String> positions) {
    Amendment letGo = null;
    for (PlanStory.Told told : story.told()) {
      if (told.event() instanceof PlanAmended amended) {
        Amendment amendment = amendment(amended, story, positions.applyAsLong(told.eventId()));
        if (amendment.letsGo(duty)) {
          letGo = amendment;
        } else if (amendment.takesBack(duty)) {
          letGo = null;
        }
      }
    }
    return letGo;
  }
}
