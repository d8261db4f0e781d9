package plantrail.command.automation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import plantrail.command.platform.Commands;
import plantrail.command.report.openreport.OpenAgain;
import plantrail.command.report.revisereport.ReviseReport;
import plantrail.command.report.withdrawreport.WithdrawReport;
import plantrail.command.task.domain.Task;
import plantrail.command.task.domain.Tasks;
import plantrail.command.task.rescheduletask.RescheduleTask;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.PlanAmended;
import plantrail.kernel.plan.PlanChange.Part;
import plantrail.kernel.plan.PlanEvent;
import plantrail.kernel.plan.PlanResumed;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskId;

/**
 * What changes of a plan mean for duties that they passed over, because these were finished or
 * handed in: once a task is open again, it is what its clause says by now, and due by the day that
 * the clause names and rests have moved, or by a later one that was granted, as rests have moved
 * that. What no clause tells its day moves with each rest that it missed. Changes that were not
 * rolled out yet will meet the task as it is by then.
 *
 * <p>An amendment concerns what was charged by hand under its clause's mark before it, as well.
 *
 * <p>A report that was handed in has its day moved like any other; what else amendments said to
 * those that were owed, it is told once it is returned.
 */
@Component
class MissedChanges {
  private final Adjustments adjustments;
  private final RollOuts rollOuts;
  private final Tasks tasks;
  private final EventStore eventStore;

  MissedChanges(Adjustments adjustments, RollOuts rollOuts, Tasks tasks, EventStore eventStore) {
    this.adjustments = adjustments;
    this.rollOuts = rollOuts;
    this.tasks = tasks;
    this.eventStore = eventStore;
  }

  /**
   * What follows late from a change of a plan.
   *
   * @param cause the change, for it is that one's author who decided it
   */
  record Late(Object command, Commands.Cause cause) {}

  /** A task and its plan, as far as their records have come. */
  private final class Case {
    private final TaskId task;
    private final DutyRecord record;
    private final TaskAssigned charge;
    private final PlanDuties.Duty duty;
    private final PlanStory story;
    private final Instant since;

    Case(TaskId task) {
      this.task = task;
      record = DutyRecord.of(task.value(), eventStore);
      charge = record.charge();
      duty =
          new PlanDuties.Duty(task.value(), charge.planId(), charge.duty(), null, charge.agency());
      story =
          PlanStory.of(charge.planId(), eventStore)
              .takeWhile(each -> !Adjustments.concerns(each.event()) || isMet(each));
      since = record.chargedByPlan() ? Instant.MIN : record.chargedAt();
    }

    private boolean isMet(PlanStory.Told change) {
      return rollOuts.of(charge.planId(), change.eventId()).isPresent();
    }

    private RollOuts.State rollOut(PlanEvent change) {
      return rollOuts.of(charge.planId(), story.told(change).eventId()).orElseThrow();
    }

    private boolean isSinceCharged(PlanEvent change) {
      return story.told(change).recordedAt().isAfter(since);
    }

    private Late late(Object command, PlanEvent change) {
      return new Late(command, rollOut(change).cause());
    }

    /** Calls it off if an amendment lets go of it; empty if none does. */
    List<Late> letGo() {
      Amendment letGo =
          record.isMarked()
              ? MissedChanges.this.letGo(
                  duty,
                  story,
                  told -> told.recordedAt().isAfter(since),
                  id -> rollOuts.of(charge.planId(), id).orElseThrow().position())
              : null;
      return letGo == null ? List.of() : List.of(late(letGo.callsOff(charge), letGo.amended()));
    }

    /** What its clause says by now; empty if no clause has told it anything. */
    List<Late> asItStands() {
      List<Late> steps = new ArrayList<>();
      PlanVersion now = story.present();
      AssignmentRule rule = record.isMarked() ? now.assignment(charge.duty()) : null;
      PlanAmended stated = story.changed(Part.ASSIGNMENT).get(charge.duty());
      if (rule != null && stated != null && isSinceCharged(stated)) {
        Task.Matter before = record.chargedByPlan() ? null : saidBefore();
        if (!Task.Matter.of(rule).equals(before)) {
          steps.add(late(ToDuty.revise(duty, before, now, stated, basis(stated)), stated));
        }
      }
      if (rule != null && isDueAsStated(rule)) {
        // Nobody is ordered before the day is one that may be ordered, nor after it is one.
        steps.addAll(now.isRequest(duty) ? steps.size() : 0, dueAsStated(rule));
      }
      return steps;
    }

    /** What the clause said when a person charged it, or when it last followed. */
    private Task.@Nullable Matter saidBefore() {
      int version = Math.max(story.versionAt(since), record.revisedTo());
      return IntStream.rangeClosed(version, story.version())
          .mapToObj(each -> new PlanVersion(story.version(each)).assignment(charge.duty()))
          .filter(Objects::nonNull)
          .map(Task.Matter::of)
          .findFirst()
          .orElse(null);
    }

    /** Whether it is the clause that tells its day. */
    private boolean isDueAsStated(AssignmentRule rule) {
      return record.chargedByPlan() || isSinceCharged(story.timetable().due(rule).stated());
    }

    private List<Late> dueAsStated(AssignmentRule rule) {
      Timetable.Due due = story.timetable().due(rule);
      LocalDate granted = record.granted(story);
      List<Late> steps = new ArrayList<>();
      if (due.stated() instanceof PlanAmended e
          && granted == null
          && record.days().granted() != null) {
        // The day that was extended had gone meanwhile.
        steps.add(late(new RescheduleTask(task, null, e.reason(), basis(e), null), e));
      }
      PlanResumed rest = due.because() instanceof PlanResumed moved ? moved : story.lastShift();
      if (due.because() instanceof PlanAmended e) {
        steps.add(late(new RescheduleTask(task, due.day(), e.reason(), basis(e), granted), e));
      } else if (rest != null) {
        steps.add(late(ToDuty.move(duty, due.day(), granted, rest), rest));
      }
      return steps;
    }

    private String basis(PlanAmended amended) {
      return String.valueOf(Amendment.basis(amended, Part.ASSIGNMENT, charge.duty()));
    }

    /**
     * The first rest that it has not caught up with, where no clause tells its day; null if there
     * is none. No part moves behind the day of its whole.
     */
    @Nullable Late missedRest() {
      AssignmentRule rule = record.isMarked() ? story.present().assignment(charge.duty()) : null;
      if (rule != null && isDueAsStated(rule)) {
        return null;
      }
      for (PlanEvent event : story.events()) {
        if (event instanceof PlanResumed rest && isMissed(rest)) {
          DutyRecord.Days days = record.daysBefore(rollOut(rest)).after(rest);
          if (days != null) {
            return late(ToDuty.move(duty, atMost(days.due()), days.granted(), rest), rest);
          }
        }
      }
      return null;
    }

    private @Nullable LocalDate atMost(@Nullable LocalDate day) {
      String whole = charge.parentTask();
      LocalDate latest = whole == null ? null : dueOf(whole);
      return day != null && latest != null && day.isAfter(latest) ? latest : day;
    }

    /** By when a whole is owed; one that is finished has missed changes as well. */
    private @Nullable LocalDate dueOf(String whole) {
      Task task = Objects.requireNonNull(tasks.find(whole));
      return task.finished() ? new Case(new TaskId(whole)).dueByNow() : task.due();
    }

    /** By when it is owed once it is open again. */
    private @Nullable LocalDate dueByNow() {
      AssignmentRule rule = record.isMarked() ? story.present().assignment(charge.duty()) : null;
      if (rule != null && isDueAsStated(rule)) {
        LocalDate due = story.timetable().due(rule).day();
        LocalDate granted = record.granted(story);
        return due != null && granted != null && granted.isAfter(due) ? granted : due;
      }
      DutyRecord.Days days = record.days();
      for (PlanEvent event : story.events()) {
        if (event instanceof PlanResumed rest && isMissed(rest)) {
          days = Objects.requireNonNullElse(days.after(rest), days);
        }
      }
      return atMost(days.due());
    }

    private boolean isMissed(PlanResumed rest) {
      return rest.shift() != 0 && isSinceCharged(rest) && !record.follows(rollOut(rest));
    }
  }

  /**
   * What is to follow once a report was returned. Where its day lay before the amendment that lets
   * go of it, it is owed still, and is what it was to be.
   */
  List<Late> whereReturned(ReportId report) {
    DutyRecord record = DutyRecord.of(report.value(), eventStore);
    PlanDuties.Duty duty = record.report();
    List<RollOuts.State> changes = rollOuts.all(duty.planId());
    Instant since =
        changes.stream()
            .filter(record::isChargedBy)
            .map(RollOuts.State::recordedAt)
            .findFirst()
            .orElseGet(record::chargedAt);
    Late letGo = null;
    Late revised = null;
    for (RollOuts.State change : changes) {
      if (change.recordedAt().isAfter(since)) {
        for (Object step : adjustments.amended(change, duty)) {
          switch (step) {
            case WithdrawReport e -> letGo = new Late(e, change.cause());
            case OpenAgain _ -> letGo = null;
            case ReviseReport e ->
                revised = record.isRevised(e.version()) ? null : new Late(e, change.cause());
            default -> {
              // Its day was moved while it was handed in; others are opened.
            }
          }
        }
      }
    }
    return Stream.of(letGo, revised).filter(Objects::nonNull).toList();
  }

  /** What is to follow once the result of a task was returned. */
  List<Late> whereReturned(TaskId task) {
    return new Case(task).letGo();
  }

  /** What is to follow once a task is open again, but for {@link #missedRest}. */
  List<Late> whereReopened(TaskId task) {
    Case reopened = new Case(task);
    List<Late> letGo = reopened.letGo();
    return letGo.isEmpty() ? reopened.asItStands() : letGo;
  }

  /** What follows from the first rest that a task missed; then the next may be asked for. */
  @Nullable Late missedRest(TaskId task) {
    return new Case(task).missedRest();
  }

  /**
   * Whether an amendment of its plan asks for the duty no more, or not of its agency, and no later
   * one does again. Refuses with CONFLICT where the agencies as of an amendment are not known yet.
   */
  boolean isLetGo(PlanDuties.Duty duty) {
    return letGo(
            duty,
            PlanStory.of(duty.planId(), eventStore),
            _ -> true,
            amended -> rollOuts.position(duty.planId(), amended))
        != null;
  }

  /**
   * The amendment that lets go of the duty; null if none does.
   *
   * @param which amendments are asked
   * @param positions place in the log of an amendment's event
   */
  private @Nullable Amendment letGo(
      PlanDuties.Duty duty,
      PlanStory story,
      Predicate<PlanStory.Told> which,
      ToLongFunction<String> positions) {
    Amendment letGo = null;
    for (PlanStory.Told told : story.told()) {
      if (told.event() instanceof PlanAmended amended && which.test(told)) {
        Amendment amendment =
            adjustments.amendment(amended, story, positions.applyAsLong(told.eventId()));
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
