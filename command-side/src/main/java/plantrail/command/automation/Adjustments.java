package plantrail.command.automation;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Plans;
import plantrail.command.task.canceltask.CancelTask;
import plantrail.command.task.rescheduletask.RescheduleTask;
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
    List<DomainEventMessage<?>> record = record(state);
    List<PlanEvent> story = story(record);
    return switch (story.getLast()) {
      case PlanIssued e -> opened(e, story, state.position());
      case PlanAmended e -> amended(e, story, state);
      case PlanYearOpened e -> yearOpened(e, story, state.position());
      case PlanResumed e -> shifted(e, record, state);
      case PlanRevoked e -> cancelled(state, e.reason(), e.basis());
      case PlanSuperseded e -> cancelled(state, e.reason(), basis(e));
      default -> List.of();
    };
  }

  private static List<PlanEvent> story(List<DomainEventMessage<?>> record) {
    return record.stream().map(message -> (PlanEvent) message.getPayload()).toList();
  }

  /** What happened to the plan, up to the change that is rolled out. */
  private List<DomainEventMessage<?>> record(RollOuts.State state) {
    List<DomainEventMessage<?>> record = new ArrayList<>();
    var events = eventStore.readEvents(state.planId(), 0);
    while (events.hasNext()) {
      DomainEventMessage<?> message = events.next();
      record.add(message);
      if (message.getIdentifier().equals(state.eventId())) {
        return record;
      }
    }
    throw new IllegalStateException("No event " + state.eventId() + " of plan " + state.planId());
  }

  private List<PlanDuties.Duty> existing(RollOuts.State state) {
    return duties.upTo(state.planId(), state.lastDuty());
  }

  private List<Object> opened(PlanIssued plan, List<PlanEvent> story, long position) {
    Opening opening =
        new Opening(
            directory, plan, 1, plan.issueDate(), new Timetable(story), position, Map.of(), null);
    plan.assignments().forEach(opening::tasks);
    plan.reportingRules().forEach(opening::reports);
    return opening.steps();
  }

  private List<Object> yearOpened(PlanYearOpened opened, List<PlanEvent> story, long position) {
    PlanIssued plan = (PlanIssued) story.getFirst();
    int version = 1;
    Map<String, LocalDate> changed = new HashMap<>();
    for (PlanEvent event : story) {
      if (event instanceof PlanAmended amended) {
        plan = plan.after(amended);
        version = amended.version();
        Amendment.changes(amended, Part.REPORTING_RULE)
            .keySet()
            .forEach(id -> changed.put(id, amended.from()));
      }
    }
    Timetable timetable = new Timetable(story);
    Opening opening =
        new Opening(directory, plan, version, opened.from(), timetable, position, Map.of(), null);
    Reach reach = new Reach(directory, agencies, plan, opened.from(), position);
    for (ReportingRule rule : plan.reportingRules()) {
      LocalDate since = later(opened.from(), changed.getOrDefault(rule.id(), opened.from()));
      opening.further(rule, timetable.occasionsOfLastYear(rule, since), reach);
    }
    return opening.steps();
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private List<Object> cancelled(RollOuts.State state, String reason, String basis) {
    return existing(state).stream().map(duty -> ToDuty.cancel(duty, reason, basis, null)).toList();
  }

  /** How a plan that was revoked or superseded calls off that task; null if it was not. */
  @Nullable CancelTask calledOff(String planId, TaskId task) {
    CancelTask last = null;
    var events = eventStore.readEvents(planId, 0);
    while (events.hasNext()) {
      last =
          switch ((PlanEvent) events.next().getPayload()) {
            case PlanRevoked e -> new CancelTask(task, e.reason(), e.basis(), null);
            case PlanSuperseded e -> new CancelTask(task, e.reason(), basis(e), null);
            default -> last;
          };
    }
    return last;
  }

  private static String basis(PlanSuperseded superseded) {
    return superseded.basis() != null ? superseded.basis() : superseded.byDocument();
  }

  private List<Object> shifted(
      PlanResumed resumed, List<DomainEventMessage<?>> record, RollOuts.State state) {
    List<Object> steps = new ArrayList<>();
    List<PlanEvent> story = story(record);
    Map<String, AssignmentRule> rules = rules(story);
    Timetable timetable = new Timetable(story);
    for (PlanDuties.Duty duty : existing(state)) {
      AssignmentRule rule = duty.isTask() ? rules.get(duty.rule()) : null;
      if (rule != null && chargedByPlan(duty.id()) != null) {
        Days days = days(duty, timetable.due(rule), record);
        if (days.due() != null) {
          steps.add(ToDuty.move(duty, days.due(), days.granted(), resumed));
        }
        continue;
      }
      Days days = daysBefore(duty.id(), state);
      LocalDate due = days.due();
      LocalDate granted = days.granted();
      if (due != null && !due.isBefore(resumed.restedFrom())) {
        steps.add(
            ToDuty.move(
                duty,
                resumed.moved(due),
                granted == null ? null : resumed.moved(granted),
                resumed));
      }
    }
    return steps;
  }

  /**
   * By when a duty was owed.
   *
   * @param due last timely day; null if it had none
   * @param granted what was granted to its agency alone; null if nothing was
   */
  private record Days(@Nullable LocalDate due, @Nullable LocalDate granted) {}

  /** By when the plan says that a task of its own is due, and what was granted beyond that. */
  private Days days(
      PlanDuties.Duty task, @Nullable LocalDate said, List<DomainEventMessage<?>> record) {
    LocalDate granted = granted(task.id(), record);
    boolean holds = said != null && granted != null && granted.isAfter(said);
    return new Days(holds ? granted : said, granted);
  }

  /** What was granted last, as the rests of the plan since then move it; null if nothing was. */
  private @Nullable LocalDate granted(String taskId, List<DomainEventMessage<?>> record) {
    LocalDate granted = null;
    Instant since = Instant.MAX;
    var events = eventStore.readEvents(taskId, 0);
    while (events.hasNext()) {
      DomainEventMessage<?> message = events.next();
      if (message.getPayload() instanceof ExtensionGranted grant) {
        granted = grant.newDue();
        since = message.getTimestamp();
      } else if (message.getPayload() instanceof TaskAssigned) {
        granted = null;
      }
    }
    for (DomainEventMessage<?> message : record) {
      if (granted != null
          && message.getPayload() instanceof PlanResumed rest
          && !since.isAfter(message.getTimestamp())) {
        granted = rest.moved(granted);
      }
    }
    return granted;
  }

  /** How the plan itself charged the task the last time; null if somebody did by hand. */
  @Nullable TaskAssigned chargedByPlan(String taskId) {
    EventMessage<?> last =
        eventStore
            .readEvents(taskId, 0)
            .asStream()
            .filter(each -> each.getPayload() instanceof TaskAssigned)
            .reduce((one, next) -> next)
            .orElseThrow();
    TaskAssigned charged = (TaskAssigned) last.getPayload();
    return charged.parentTask() == null
            && charged.inspectionId() == null
            && Role.SYSTEM.name().equals(last.getMetaData().get(MetadataKeys.ROLE))
        ? charged
        : null;
  }

  /** Who does what by when, by the rules' marks, as the plan says at the end of its story. */
  private static Map<String, AssignmentRule> rules(List<PlanEvent> story) {
    PlanIssued plan = (PlanIssued) story.getFirst();
    for (PlanEvent event : story) {
      plan = event instanceof PlanAmended amended ? plan.after(amended) : plan;
    }
    return plan.assignments().stream().collect(toMap(AssignmentRule::id, each -> each));
  }

  /** By when the duty was owed when that change was made. */
  private Days daysBefore(String dutyId, RollOuts.State state) {
    String chain = state.root() != null ? state.root() : state.eventId();
    Days days = new Days(null, null);
    var events = eventStore.readEvents(dutyId, 0);
    while (events.hasNext()) {
      DomainEventMessage<?> message = events.next();
      if (!chain.equals(message.getMetaData().get(MetadataKeys.CORRELATION))
          && !isSaidLater(message, state)) {
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
    }
    return days;
  }

  /** Whether a person said it knowing of that change. What follows from earlier ones comes late. */
  private static boolean isSaidLater(EventMessage<?> message, RollOuts.State state) {
    return message.getTimestamp().isAfter(state.recordedAt())
        && !Role.SYSTEM.name().equals(message.getMetaData().get(MetadataKeys.ROLE));
  }

  private List<Object> amended(PlanAmended amended, List<PlanEvent> story, RollOuts.State state) {
    PlanIssued after = plans.version(amended.planId(), amended.version());
    Amendment amendment = amendment(amended, (PlanIssued) story.getFirst(), state.position());
    existing(state).forEach(amendment::meet);
    amendment.open(
        after,
        new Opening(
            directory,
            after,
            amended.version(),
            amended.from(),
            new Timetable(story),
            state.position(),
            amendment.known(),
            amended));
    return amendment.steps();
  }

  private Amendment amendment(PlanAmended amended, PlanIssued issued, long position) {
    return new Amendment(
        amended,
        new PlanVersion(plans.version(amended.planId(), amended.version() - 1)),
        new PlanVersion(plans.version(amended.planId(), amended.version())),
        new Reach(directory, agencies, issued, amended.from(), position));
  }

  /**
   * What the plan says by now of a task that it charged and still asks for, where that was passed
   * over because it was finished: its words, and its day as moved by rests. Changes that were not
   * met yet will meet the task as it is by then.
   */
  List<Object> asItStands(PlanDuties.Duty task) {
    List<DomainEventMessage<?>> met = met(task.planId());
    List<PlanEvent> story = story(met);
    PlanAmended stated = null;
    String reason = null;
    String basis = null;
    for (PlanEvent event : story) {
      if (event instanceof PlanAmended amended) {
        if (Amendment.changes(amended, Part.ASSIGNMENT).containsKey(task.rule())) {
          stated = amended;
          reason = amended.reason();
          basis = Amendment.basis(amended, Part.ASSIGNMENT, task.rule());
        }
      } else if (event instanceof PlanResumed resumed && resumed.shift() != 0) {
        reason = resumed.reason();
        basis = resumed.basis();
      }
    }
    List<Object> steps = new ArrayList<>();
    if (stated != null) {
      PlanVersion version = new PlanVersion(plans.version(task.planId(), stated.version()));
      String clause = Amendment.basis(stated, Part.ASSIGNMENT, task.rule());
      steps.add(ToDuty.revise(task, version, stated, String.valueOf(clause)));
    }
    AssignmentRule rule = rules(story).get(task.rule());
    if (reason != null && rule != null) {
      Days days = days(task, new Timetable(story).due(rule), met);
      steps.add(
          new RescheduleTask(new TaskId(task.id()), days.due(), reason, basis, days.granted()));
    }
    return steps;
  }

  /** What happened to the plan, up to the first change that was not met yet. */
  private List<DomainEventMessage<?>> met(String planId) {
    List<DomainEventMessage<?>> met = new ArrayList<>();
    var events = eventStore.readEvents(planId, 0);
    while (events.hasNext()) {
      DomainEventMessage<?> message = events.next();
      PlanEvent event = (PlanEvent) message.getPayload();
      if (concerns(event) && rollOuts.of(planId, message.getIdentifier()).isEmpty()) {
        return met;
      }
      met.add(message);
    }
    return met;
  }

  /**
   * Whether an amendment of its plan asks for the duty no more, or not of its agency, and no later
   * one does again. Refuses with CONFLICT where the agencies as of an amendment are not known yet.
   */
  boolean isLetGo(PlanDuties.Duty duty) {
    return letGo(duty, amended -> rollOuts.position(duty.planId(), amended)) != null;
  }

  /**
   * The amendment that lets go of the task, of those that were met: it left the task because that
   * was handed in. Null if none does; those that were not met yet will meet it as it is by then.
   */
  @Nullable Amendment letGo(PlanDuties.Duty task) {
    return letGo(
        task,
        amended -> rollOuts.of(task.planId(), amended).map(RollOuts.State::position).orElse(null));
  }

  private @Nullable Amendment letGo(
      PlanDuties.Duty duty, Function<String, @Nullable Long> positions) {
    Amendment letGo = null;
    PlanIssued issued = plans.version(duty.planId(), 1);
    var events = eventStore.readEvents(duty.planId(), 0);
    while (events.hasNext()) {
      DomainEventMessage<?> message = events.next();
      if (message.getPayload() instanceof PlanAmended amended) {
        Long position = positions.apply(message.getIdentifier());
        if (position == null) {
          return letGo;
        }
        Amendment amendment = amendment(amended, issued, position);
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
