package plantrail.command.automation;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plantrail.command.task.canceltask.CancelTask;
import plantrail.command.task.domain.Task;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.plan.PlanAmended;
import plantrail.kernel.plan.PlanChange;
import plantrail.kernel.plan.PlanChange.Change;
import plantrail.kernel.plan.PlanChange.Part;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskId;

/**
 * What an amendment means for the duties of its plan, by the difference between the words before it
 * and those from then on.
 */
final class Amendment {
  private final PlanAmended amended;
  private final PlanVersion old;
  private final PlanVersion now;
  private final Reach reach;
  private final Map<String, PlanChange> ofTasks;
  private final Map<String, PlanChange> ofReports;
  private final Map<RollOut.Duty, String> known = new LinkedHashMap<>();
  private final List<Object> steps = new ArrayList<>();

  /**
   * @param old what the plan said before
   * @param now what it says from then on
   * @param reach whom its words bind on the amendment's day
   */
  Amendment(PlanAmended amended, PlanVersion old, PlanVersion now, Reach reach) {
    this.amended = amended;
    this.old = old;
    this.now = now;
    this.reach = reach;
    this.ofTasks = changes(amended, Part.ASSIGNMENT);
    this.ofReports = changes(amended, Part.REPORTING_RULE);
  }

  /** The changes of parts of that kind, by the parts' marks. */
  static Map<String, PlanChange> changes(PlanAmended amended, Part part) {
    return amended.changes().stream()
        .filter(each -> each.part() == part)
        .collect(toMap(PlanChange::id, each -> each));
  }

  /** Document on which rests what becomes of the duties of that part; null if it stays. */
  static @Nullable String basis(PlanAmended amended, Part part, String id) {
    PlanChange change = changes(amended, part).get(id);
    return change == null ? null : change.clause() + ", " + amended.basis();
  }

  /** What becomes of a duty that is there. */
  void meet(PlanDuties.Duty duty) {
    RollOut.Duty key = new RollOut.Duty(duty.rule(), duty.period(), duty.agency());
    known.put(key, duty.id());
    PlanChange change = changeOf(duty);
    if (change != null && old.knows(duty)) {
      String basis = change.clause() + ", " + amended.basis();
      if (letsGo(duty)) {
        steps.add(ToDuty.cancel(duty, amended.reason(), basis, amended.from()));
      } else if (isOfAnotherFrequency(duty)) {
        if (old.reportingRule(duty).frequency() != Frequency.ON_DEMAND
            && !old.begins(duty).isBefore(amended.from())) {
          steps.add(ToDuty.cancel(duty, amended.reason(), basis, amended.from()));
        }
      } else {
        String owing = reach.owing(key);
        if (owing != null) {
          known.putIfAbsent(new RollOut.Duty(key.rule(), key.period(), owing), duty.id());
        }
        List<Object> anew = new ArrayList<>();
        if (!Objects.equals(old.due(duty), now.due(duty))) {
          anew.add(
              ToDuty.reschedule(
                  duty,
                  now.due(duty),
                  amended.reason(),
                  basis,
                  now.isDueOnce(duty) ? null : amended.from()));
        }
        if (!old.matter(duty).equals(now.matter(duty))) {
          Task.Matter before = duty.isTask() ? Task.Matter.of(old.assignment(duty)) : null;
          // Nobody is ordered before the day is one that may be ordered, nor after it is one.
          anew.add(
              now.isRequest(duty) ? 0 : anew.size(),
              ToDuty.revise(duty, before, now, amended, basis));
        }
        steps.addAll(anew);
      }
    }
  }

  private @Nullable PlanChange changeOf(PlanDuties.Duty duty) {
    return (duty.isTask() ? ofTasks : ofReports).get(duty.rule());
  }

  /** Whether it asks for a duty that is there no more, or not of its agency. */
  boolean letsGo(PlanDuties.Duty duty) {
    PlanChange change = changeOf(duty);
    return change != null
        && old.knows(duty)
        && (change.change() == Change.WITHDRAWN
            || !now.knows(duty)
            || reach.letsGo(duty, old.bound(duty), now.bound(duty)));
  }

  /** The amendment itself. */
  PlanAmended amended() {
    return amended;
  }

  /** How it calls off a task that it lets go of; what is handed in by then stays. */
  CancelTask callsOff(TaskAssigned task) {
    return new CancelTask(
        new TaskId(task.taskId()),
        amended.reason(),
        String.valueOf(basis(amended, Part.ASSIGNMENT, task.duty())),
        amended.from());
  }

  /** Whether it asks its agency for a duty that is there, which the words before did not. */
  boolean takesBack(PlanDuties.Duty duty) {
    return changeOf(duty) != null
        && old.knows(duty)
        && now.knows(duty)
        && reach.letsGo(duty, now.bound(duty), old.bound(duty));
  }

  /**
   * Whether the report is of a period that the rule no longer goes by. What was called for on
   * demand, or is due on one very day, is of no period of a row of them.
   */
  private boolean isOfAnotherFrequency(PlanDuties.Duty duty) {
    if (duty.isTask() || (old.isDueOnce(duty) && now.isDueOnce(duty))) {
      return false;
    }
    Frequency before = old.reportingRule(duty).frequency();
    return now.reportingRule(duty).frequency()
        != (before == Frequency.ON_DEMAND ? before : old.period(duty).frequency());
  }

  /**
   * Identifiers of the duties met, as they were charged and as they are owed where the words still
   * ask for them.
   */
  Map<RollOut.Duty, String> known() {
    return known;
  }

  /** Opens what the words ask for now and did not before. */
  void open(PlanIssued after, Opening opening) {
    after.assignments().stream()
        .filter(each -> ofTasks.containsKey(each.id()))
        .forEach(each -> opening.tasks(each, old.assignment(each.id()), reach));
    after.reportingRules().stream()
        .filter(each -> ofReports.containsKey(each.id()))
        .forEach(each -> opening.reports(each, old.reportingRule(each.id()), reach));
    steps.addAll(opening.steps());
  }

  /** As commands: first to what was met, then what is opened. */
  List<Object> steps() {
    return steps;
  }
}
