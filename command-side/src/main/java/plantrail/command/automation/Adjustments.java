package plantrail.command.automation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;
import plantrail.command.platform.Agencies;
import plantrail.command.task.canceltask.CancelTask;
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
import plantrail.kernel.task.TaskId;

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
  private final EventStore eventStore;

  Adjustments(
      AgencyDirectory directory, Agencies agencies, PlanDuties duties, EventStore eventStore) {
    this.directory = directory;
    this.agencies = agencies;
    this.duties = duties;
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
      DutyRecord record = DutyRecord.of(duty.id(), eventStore);
      AssignmentRule rule = duty.isTask() ? now.assignment(duty.rule()) : null;
      if (rule != null && record.chargedByPlan()) {
        LocalDate due = timetable.due(rule).day();
        if (due != null) {
          steps.add(ToDuty.move(duty, due, record.granted(story), resumed));
        }
      } else {
        DutyRecord.Days days = record.daysBefore(state).after(resumed);
        if (days != null) {
          steps.add(ToDuty.move(duty, days.due(), days.granted(), resumed));
        }
      }
    }
    return steps;
  }

  private List<Object> amended(PlanAmended amended, PlanStory story, RollOuts.State state) {
    return amended(amended, story, state.position(), existing(state));
  }

  /** What a change says to that report among others; nothing if it is no amendment of its rule. */
  List<Object> amended(RollOuts.State change, PlanDuties.Duty report) {
    PlanStory story = story(change.planId()).upTo(change.eventId());
    return story.last() instanceof PlanAmended amended
            && Amendment.changes(amended, Part.REPORTING_RULE).containsKey(report.rule())
        ? amended(amended, story, change.position(), List.of(report))
        : List.of();
  }

  private List<Object> amended(
      PlanAmended amended, PlanStory story, long position, List<PlanDuties.Duty> existing) {
    PlanIssued after = story.version(amended.version());
    Amendment amendment = amendment(amended, story, position);
    existing.forEach(amendment::meet);
    amendment.open(
        after,
        new Opening(
            directory,
            after,
            amended.version(),
            amended.from(),
            story.timetable(),
            position,
            amendment.known(),
            amended));
    return amendment.steps();
  }

  /**
   * An amendment, as the difference that it makes.
   *
   * @param story what happened to the plan, that amendment among it
   * @param position its place in the log
   */
  Amendment amendment(PlanAmended amended, PlanStory story, long position) {
    return new Amendment(
        amended,
        new PlanVersion(story.version(amended.version() - 1)),
        new PlanVersion(story.version(amended.version())),
        new Reach(directory, agencies, story.issued(), amended.from(), position));
  }
}
