package plantrail.command.automation;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Plans;
import plantrail.command.report.domain.Report;
import plantrail.command.report.openreport.OpenAgain;
import plantrail.command.report.reschedulereport.RescheduleReport;
import plantrail.command.report.revisereport.ReviseReport;
import plantrail.command.report.withdrawreport.WithdrawReport;
import plantrail.command.task.assigntask.ChargeAgain;
import plantrail.command.task.canceltask.CancelTask;
import plantrail.command.task.domain.Task;
import plantrail.command.task.rescheduletask.RescheduleTask;
import plantrail.command.task.revisetask.ReviseTask;
import plantrail.kernel.calendar.DueRule;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.calendar.Period;
import plantrail.kernel.message.MetadataKeys;
import plantrail.kernel.plan.Assignees;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.PlanAmended;
import plantrail.kernel.plan.PlanChange;
import plantrail.kernel.plan.PlanChange.Change;
import plantrail.kernel.plan.PlanChange.Part;
import plantrail.kernel.plan.PlanEvent;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.PlanResumed;
import plantrail.kernel.plan.PlanRevoked;
import plantrail.kernel.plan.PlanSuperseded;
import plantrail.kernel.plan.PlanYearOpened;
import plantrail.kernel.plan.ReportingRule;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.report.ReportOpened;
import plantrail.kernel.report.ReportRescheduled;
import plantrail.kernel.task.ExtensionGranted;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.task.TaskRescheduled;

/**
 * What a change of a plan means for its duties, as commands: always the same ones in the same
 * order, however often it is asked, so that what was interrupted can go on where it was. A duty
 * that is opened is a {@link RollOut} of one.
 *
 * <ul>
 *   <li>Issued: all duties are opened.
 *   <li>Amended: those of added rules are opened, those of withdrawn rules called off; of a changed
 *       rule those of agencies that it no longer binds are called off, those of new ones opened;
 *       the others are said anew if they are other than before, and their last timely day is moved
 *       if it is another. Whom a rule binds is asked of its {@link Reach}: a duty follows its heir.
 *       Reports of periods that lie behind, and those that are handed in, stay. Of a rule that runs
 *       at another frequency now, those of periods to come are called off, and those of periods
 *       that had begun stay as they were. What was called off and is asked for anew is opened
 *       again.
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
  private final Plans plans;
  private final EventStore eventStore;

  Adjustments(
      AgencyDirectory directory,
      Agencies agencies,
      PlanDuties duties,
      Plans plans,
      EventStore eventStore) {
    this.directory = directory;
    this.agencies = agencies;
    this.duties = duties;
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
    List<PlanEvent> story = story(state);
    return switch (story.getLast()) {
      case PlanIssued e -> opened(e, state.position());
      case PlanAmended e -> amended(e, story, state);
      case PlanYearOpened e -> yearOpened(e, story, state.position());
      case PlanResumed e -> shifted(e, state);
      case PlanRevoked e -> cancelled(state, e.reason(), e.basis());
      case PlanSuperseded e ->
          cancelled(state, e.reason(), e.basis() != null ? e.basis() : e.byDocument());
      default -> List.of();
    };
  }

  /** What happened to the plan, up to the change that is rolled out. */
  private List<PlanEvent> story(RollOuts.State state) {
    List<PlanEvent> story = new ArrayList<>();
    var events = eventStore.readEvents(state.planId(), 0);
    while (events.hasNext()) {
      DomainEventMessage<?> message = events.next();
      story.add((PlanEvent) message.getPayload());
      if (message.getIdentifier().equals(state.eventId())) {
        return story;
      }
    }
    throw new IllegalStateException("No event " + state.eventId() + " of plan " + state.planId());
  }

  /** Last day for which duties were opened by then. */
  private static LocalDate horizon(List<PlanEvent> story) {
    LocalDate horizon = ((PlanIssued) story.getFirst()).horizon();
    for (PlanEvent event : story) {
      horizon = event instanceof PlanYearOpened opened ? opened.horizon() : horizon;
    }
    return horizon;
  }

  private List<PlanDuties.Duty> existing(RollOuts.State state) {
    return duties.upTo(state.planId(), state.lastDuty());
  }

  private static Object cancel(
      PlanDuties.Duty duty, String reason, @Nullable String basis, @Nullable LocalDate from) {
    return duty.isTask()
        ? new CancelTask(new TaskId(duty.id()), reason, basis)
        : new WithdrawReport(new ReportId(duty.id()), reason, basis, from);
  }

  private static Object reschedule(
      PlanDuties.Duty duty,
      @Nullable LocalDate due,
      String reason,
      @Nullable String basis,
      @Nullable LocalDate from) {
    return duty.isTask()
        ? new RescheduleTask(new TaskId(duty.id()), due, reason, basis)
        : new RescheduleReport(new ReportId(duty.id()), due, reason, basis, from);
  }

  private static Object revise(
      PlanDuties.Duty duty, Version now, PlanAmended amended, String basis) {
    if (!duty.isTask()) {
      ReportingRule rule = now.reportingRule(duty);
      return new ReviseReport(
          new ReportId(duty.id()),
          amended.version(),
          rule.frequency() == Frequency.ON_DEMAND ? null : rule.title(),
          rule.addressees(),
          rule.form(),
          amended.reason(),
          basis);
    }
    AssignmentRule rule = now.assignment(duty);
    return new ReviseTask(
        new TaskId(duty.id()),
        amended.version(),
        rule.item(),
        rule.title(),
        rule.roles(),
        rule.partners(),
        rule.creates(),
        amended.reason(),
        basis);
  }

  private List<Object> opened(PlanIssued plan, long position) {
    Opening opening = new Opening(plan, 1, plan.issueDate(), plan.horizon(), position, Map.of());
    plan.assignments().forEach(opening::tasks);
    plan.reportingRules().forEach(opening::reports);
    return opening.steps;
  }

  private List<Object> yearOpened(PlanYearOpened opened, List<PlanEvent> story, long position) {
    PlanIssued plan = (PlanIssued) story.getFirst();
    int version = 1;
    Map<String, LocalDate> changed = new HashMap<>();
    for (PlanEvent event : story) {
      if (event instanceof PlanAmended amended) {
        plan = plan.after(amended);
        version = amended.version();
        changes(amended, Part.REPORTING_RULE)
            .keySet()
            .forEach(id -> changed.put(id, amended.from()));
      }
    }
    LocalDate known = horizon(story.subList(0, story.size() - 1));
    Opening opening =
        new Opening(plan, version, opened.from(), opened.horizon(), position, Map.of());
    Reach reach = new Reach(directory, agencies, plan, opened.from(), position);
    for (ReportingRule rule : plan.reportingRules()) {
      LocalDate since = later(opened.from(), changed.getOrDefault(rule.id(), opened.from()));
      opening.further(rule, rule.occasions(since, known, opened.horizon()), reach);
    }
    return opening.steps;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }

  private List<Object> cancelled(RollOuts.State state, String reason, String basis) {
    return existing(state).stream().map(duty -> cancel(duty, reason, basis, null)).toList();
  }

  private List<Object> shifted(PlanResumed resumed, RollOuts.State state) {
    List<Object> steps = new ArrayList<>();
    for (PlanDuties.Duty duty : existing(state)) {
      LocalDate due = dueBefore(duty.id(), state);
      if (due != null && !due.isBefore(resumed.restedFrom())) {
        steps.add(
            reschedule(
                duty, due.plusDays(resumed.shift()), resumed.reason(), resumed.basis(), null));
      }
    }
    return steps;
  }

  /** The duty's last timely day, but for what already followed from that change. */
  private @Nullable LocalDate dueBefore(String dutyId, RollOuts.State state) {
    String chain = state.root() != null ? state.root() : state.eventId();
    LocalDate due = null;
    var events = eventStore.readEvents(dutyId, 0);
    while (events.hasNext()) {
      DomainEventMessage<?> message = events.next();
      if (!chain.equals(message.getMetaData().get(MetadataKeys.CORRELATION))) {
        due =
            switch (message.getPayload()) {
              case TaskAssigned e -> e.due();
              case ExtensionGranted e -> e.newDue();
              case TaskRescheduled e -> e.newDue();
              case ReportOpened e -> e.due();
              case ReportRescheduled e -> e.newDue();
              default -> due;
            };
      }
    }
    return due;
  }

  private List<Object> amended(PlanAmended amended, List<PlanEvent> story, RollOuts.State state) {
    PlanIssued issued = (PlanIssued) story.getFirst();
    Reach reach = new Reach(directory, agencies, issued, amended.from(), state.position());
    Version old = new Version(plans.version(amended.planId(), amended.version() - 1));
    PlanIssued after = plans.version(amended.planId(), amended.version());
    Version now = new Version(after);
    Map<String, PlanChange> ofTasks = changes(amended, Part.ASSIGNMENT);
    Map<String, PlanChange> ofReports = changes(amended, Part.REPORTING_RULE);
    List<Object> steps = new ArrayList<>();
    Map<RollOut.Duty, String> known = new LinkedHashMap<>();
    for (PlanDuties.Duty duty : existing(state)) {
      RollOut.Duty key = key(duty);
      known.put(key, duty.id());
      PlanChange change = (duty.isTask() ? ofTasks : ofReports).get(duty.rule());
      if (change != null && old.knows(duty)) {
        String basis = change.clause() + ", " + amended.basis();
        if (change.change() == Change.WITHDRAWN
            || !now.knows(duty)
            || reach.letsGo(duty, old.bound(duty), now.bound(duty))) {
          steps.add(cancel(duty, amended.reason(), basis, amended.from()));
        } else if (isOfAnotherFrequency(duty, old, now)) {
          if (old.reportingRule(duty).frequency() != Frequency.ON_DEMAND
              && !old.begins(duty).isBefore(amended.from())) {
            steps.add(cancel(duty, amended.reason(), basis, amended.from()));
          }
        } else {
          String owing = reach.owing(key);
          if (owing != null) {
            known.putIfAbsent(new RollOut.Duty(key.rule(), key.period(), owing), duty.id());
          }
          if (!old.matter(duty).equals(now.matter(duty))) {
            steps.add(revise(duty, now, amended, basis));
          }
          if (!Objects.equals(old.due(duty), now.due(duty))) {
            steps.add(
                reschedule(
                    duty,
                    now.due(duty),
                    amended.reason(),
                    basis,
                    isOnce(now.dueRule(duty)) ? null : amended.from()));
          }
        }
      }
    }
    Opening opening =
        new Opening(
            after, amended.version(), amended.from(), horizon(story), state.position(), known);
    after.assignments().stream()
        .filter(each -> ofTasks.containsKey(each.id()))
        .forEach(each -> opening.tasks(each, old.assignments.get(each.id()), reach));
    after.reportingRules().stream()
        .filter(each -> ofReports.containsKey(each.id()))
        .forEach(each -> opening.reports(each, old.reportingRules.get(each.id()), reach));
    steps.addAll(opening.again);
    steps.addAll(opening.steps);
    return steps;
  }

  private static Map<String, PlanChange> changes(PlanAmended amended, Part part) {
    return amended.changes().stream()
        .filter(each -> each.part() == part)
        .collect(toMap(PlanChange::id, each -> each));
  }

  /**
   * Whether the report is of a period that the rule no longer goes by. What was called for on
   * demand, or is due on one very day, is of no period of a row of them.
   */
  private static boolean isOfAnotherFrequency(PlanDuties.Duty duty, Version old, Version now) {
    if (duty.isTask() || (isOnce(old.dueRule(duty)) && isOnce(now.dueRule(duty)))) {
      return false;
    }
    Frequency before = old.reportingRule(duty).frequency();
    return now.reportingRule(duty).frequency()
        != (before == Frequency.ON_DEMAND ? before : old.period(duty).frequency());
  }

  /** Whether a rule names the very day, which then counts whatever was before. */
  private static boolean isOnce(@Nullable DueRule rule) {
    return rule != null && rule.once();
  }

  /** What a version of a plan says of a duty that is there. */
  private static final class Version {
    private final Map<String, AssignmentRule> assignments;
    private final Map<String, ReportingRule> reportingRules;

    private Version(PlanIssued plan) {
      assignments = plan.assignments().stream().collect(toMap(AssignmentRule::id, each -> each));
      reportingRules =
          plan.reportingRules().stream().collect(toMap(ReportingRule::id, each -> each));
    }

    private boolean knows(PlanDuties.Duty duty) {
      return (duty.isTask() ? assignments : reportingRules).containsKey(duty.rule());
    }

    private AssignmentRule assignment(PlanDuties.Duty duty) {
      return Objects.requireNonNull(assignments.get(duty.rule()));
    }

    private ReportingRule reportingRule(PlanDuties.Duty duty) {
      return Objects.requireNonNull(reportingRules.get(duty.rule()));
    }

    /** What the duty is, but for by when and whose. */
    private Object matter(PlanDuties.Duty duty) {
      if (duty.isTask()) {
        return Task.Matter.of(assignment(duty));
      }
      ReportingRule rule = reportingRule(duty);
      return List.of(Report.Matter.of(rule), rule.addressees());
    }

    private Assignees bound(PlanDuties.Duty duty) {
      return duty.isTask() ? assignment(duty).assignees() : reportingRule(duty).reporters();
    }

    private Period period(PlanDuties.Duty report) {
      return Period.parse(Objects.requireNonNull(report.period()));
    }

    /** The first day that a report covers. */
    private LocalDate begins(PlanDuties.Duty report) {
      return period(report).from(reportingRule(report).window());
    }

    private @Nullable DueRule dueRule(PlanDuties.Duty duty) {
      return duty.isTask() ? assignment(duty).due() : reportingRule(duty).due();
    }

    private @Nullable LocalDate due(PlanDuties.Duty duty) {
      DueRule rule = dueRule(duty);
      String period = duty.period();
      if (rule == null) {
        return null;
      }
      return period == null ? rule.lastTimelyDay() : rule.lastTimelyDay(Period.parse(period));
    }
  }

  private static RollOut.Duty key(PlanDuties.Duty duty) {
    return new RollOut.Duty(duty.rule(), duty.period(), duty.agency());
  }

  /**
   * The duties that a version of a plan opens; those that are there, in case they were called off.
   */
  private final class Opening {
    private final PlanIssued plan;
    private final int version;
    private final LocalDate since;
    private final LocalDate horizon;
    private final long position;
    private final Map<RollOut.Duty, String> known;
    private final Set<RollOut.Duty> begun = new HashSet<>();
    private final List<Object> again = new ArrayList<>();
    private final List<Object> steps = new ArrayList<>();

    private Opening(
        PlanIssued plan,
        int version,
        LocalDate since,
        LocalDate horizon,
        long position,
        Map<RollOut.Duty, String> known) {
      this.plan = plan;
      this.version = version;
      this.since = since;
      this.horizon = horizon;
      this.position = position;
      this.known = known;
    }

    private Set<String> agencies(Assignees bound) {
      return directory.expand(bound, plan.issuer(), since, position);
    }

    private void tasks(AssignmentRule rule) {
      agencies(rule.assignees()).forEach(agency -> open(new RollOut.Duty(rule.id(), null, agency)));
    }

    private void reports(ReportingRule rule) {
      Set<String> agencies = agencies(rule.reporters());
      for (ReportingRule.Occasion occasion : rule.occasions(since, horizon)) {
        String period = occasion.period().label();
        agencies.forEach(agency -> open(new RollOut.Duty(rule.id(), period, agency)));
      }
    }

    /** Those occasions of a plan that was issued long before, for whoever owes them now. */
    private void further(ReportingRule rule, List<ReportingRule.Occasion> occasions, Reach reach) {
      Set<String> bound = reach.of(rule.reporters());
      for (ReportingRule.Occasion occasion : occasions) {
        String period = occasion.period().label();
        bound.forEach(agency -> openFor(new RollOut.Duty(rule.id(), period, agency), reach));
      }
    }

    /** The tasks of those whom the rule binds now and did not before. */
    private void tasks(AssignmentRule rule, @Nullable AssignmentRule before, Reach reach) {
      Set<String> old = before == null ? Set.of() : reach.of(before.assignees());
      reach.of(rule.assignees()).stream()
          .filter(agency -> !old.contains(agency))
          .forEach(agency -> openFor(new RollOut.Duty(rule.id(), null, agency), reach));
      if (before != null) {
        takeBack(rule.id(), null, before.assignees(), rule.assignees(), reach);
      }
    }

    /**
     * Opens what ended agencies had for that period, or as tasks, where the words left it to nobody
     * before and take it back now: for whoever owes it by now, unless they let go of that one.
     */
    private void takeBack(
        String rule, @Nullable String period, Assignees before, Assignees after, Reach reach) {
      for (RollOut.Duty duty : known.keySet()) {
        if (duty.rule().equals(rule)
            && Objects.equals(duty.period(), period)
            && reach.takesBack(duty.agency(), before, after)) {
          String owing = reach.owing(duty);
          if (owing != null && known.containsKey(new RollOut.Duty(rule, period, owing))) {
            open(new RollOut.Duty(rule, period, owing));
          }
        }
      }
    }

    /** The reports that the rule asks for now and did not before: of others, or for others. */
    private void reports(ReportingRule rule, @Nullable ReportingRule before, Reach reach) {
      Set<String> old = before == null ? Set.of() : reach.of(before.reporters());
      Set<String> periods =
          before == null
              ? Set.of()
              : before.occasions(plan.issueDate(), horizon).stream()
                  .map(each -> each.period().label())
                  .collect(toSet());
      boolean moved = before != null && isOnce(before.due()) && isOnce(rule.due());
      for (ReportingRule.Occasion occasion : rule.occasions(since, horizon)) {
        String period = occasion.period().label();
        boolean same = moved || periods.contains(period);
        reach.of(rule.reporters()).stream()
            .filter(agency -> !same || !old.contains(agency))
            .forEach(agency -> openFor(new RollOut.Duty(rule.id(), period, agency), reach));
        if (before != null) {
          takeBack(rule.id(), period, before.reporters(), rule.reporters(), reach);
        }
      }
    }

    private void openFor(RollOut.Duty duty, Reach reach) {
      String owing = reach.owing(duty);
      if (owing != null) {
        open(new RollOut.Duty(duty.rule(), duty.period(), owing));
      }
    }

    private void open(RollOut.Duty duty) {
      if (!begun.add(duty)) {
        return;
      }
      RollOut opened = new RollOut(plan.planId(), version, since, horizon, List.of(duty));
      String id = known.get(duty);
      if (id == null) {
        steps.add(opened);
      } else if (duty.period() == null) {
        TaskId task = new TaskId(id);
        again.add(new ChargeAgain(task, RollOutHandler.task(task, plan, duty, since)));
      } else {
        ReportId report = new ReportId(id);
        again.add(new OpenAgain(report, RollOutHandler.report(report, plan, duty, opened)));
      }
    }
  }
}
