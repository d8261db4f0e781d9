package plantrail.command.automation;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.command.report.openreport.OpenAgain;
import plantrail.command.task.assigntask.ChargeAgain;
import plantrail.kernel.plan.Assignees;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.PlanAmended;
import plantrail.kernel.plan.PlanChange.Part;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.ReportingRule;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.task.TaskId;

/**
 * The duties that a version of a plan opens; those that are there, in case they were called off.
 */
final class Opening {
  private final AgencyDirectory directory;
  private final PlanIssued plan;
  private final int version;
  private final LocalDate since;
  private final Timetable timetable;
  private final long position;
  private final Map<RollOut.Duty, String> known;
  private final @Nullable PlanAmended amended;
  private final Set<RollOut.Duty> begun = new HashSet<>();
  private final List<Object> again = new ArrayList<>();
  private final List<RollOut> first = new ArrayList<>();

  /**
   * @param plan the plan as that version says
   * @param since local day from which it holds
   * @param timetable when the plan's duties are due
   * @param position place in the log up to which the agencies' changes are known
   * @param known identifiers of the duties that are there
   * @param amended the amendment that opens them; null if the issue or a new year does
   */
  Opening(
      AgencyDirectory directory,
      PlanIssued plan,
      int version,
      LocalDate since,
      Timetable timetable,
      long position,
      Map<RollOut.Duty, String> known,
      @Nullable PlanAmended amended) {
    this.directory = directory;
    this.plan = plan;
    this.version = version;
    this.since = since;
    this.timetable = timetable;
    this.position = position;
    this.known = known;
    this.amended = amended;
  }

  private Set<String> agencies(Assignees bound) {
    return directory.expand(bound, plan.issuer(), since, position);
  }

  /** The tasks of all whom the rule binds. */
  void tasks(AssignmentRule rule) {
    LocalDate due = timetable.due(rule).day();
    agencies(rule.assignees())
        .forEach(agency -> open(new RollOut.Duty(rule.id(), null, agency), due));
  }

  /** Local day from which this version's reports are owed. */
  private LocalDate owedSince() {
    return plan.content().owedSince(since);
  }

  /** The reports of all whom the rule binds. */
  void reports(ReportingRule rule) {
    Set<String> agencies = agencies(rule.reporters());
    for (ReportingRule.Occasion occasion : timetable.occasions(rule, owedSince())) {
      String period = occasion.period().label();
      agencies.forEach(agency -> open(new RollOut.Duty(rule.id(), period, agency), occasion.due()));
    }
  }

  /** Those occasions of a plan that was issued long before, for whoever owes them now. */
  void further(ReportingRule rule, List<ReportingRule.Occasion> occasions, Reach reach) {
    Set<String> bound = reach.of(rule.reporters());
    for (ReportingRule.Occasion occasion : occasions) {
      String period = occasion.period().label();
      bound.forEach(
          agency -> openFor(new RollOut.Duty(rule.id(), period, agency), occasion.due(), reach));
    }
  }

  /** The tasks of those whom the rule binds now and did not before. */
  void tasks(AssignmentRule rule, @Nullable AssignmentRule before, Reach reach) {
    Set<String> old = before == null ? Set.of() : reach.of(before.assignees());
    LocalDate due = timetable.due(rule).day();
    reach.of(rule.assignees()).stream()
        .filter(agency -> !old.contains(agency))
        .forEach(agency -> openFor(new RollOut.Duty(rule.id(), null, agency), due, reach));
    if (before != null) {
      takeBack(rule.id(), null, due, before.assignees(), rule.assignees(), reach);
    }
  }

  /**
   * Opens what ended agencies had for that period, or as tasks, where the words left it to nobody
   * before and take it back now: for whoever owes it by now, unless they let go of that one.
   */
  private void takeBack(
      String rule,
      @Nullable String period,
      @Nullable LocalDate due,
      Assignees before,
      Assignees after,
      Reach reach) {
    for (RollOut.Duty duty : known.keySet()) {
      if (duty.rule().equals(rule)
          && Objects.equals(duty.period(), period)
          && reach.takesBack(duty.agency(), before, after)) {
        String owing = reach.owing(duty);
        if (owing != null && known.containsKey(new RollOut.Duty(rule, period, owing))) {
          open(new RollOut.Duty(rule, period, owing), due);
        }
      }
    }
  }

  /** The reports that the rule asks for now and did not before: of others, or for others. */
  void reports(ReportingRule rule, @Nullable ReportingRule before, Reach reach) {
    Set<String> old = before == null ? Set.of() : reach.of(before.reporters());
    Set<String> periods =
        before == null
            ? Set.of()
            : before.occasions(plan.owedSince(), timetable.horizon()).stream()
                .map(each -> each.period().label())
                .collect(toSet());
    boolean moved =
        before != null && PlanVersion.isOnce(before.due()) && PlanVersion.isOnce(rule.due());
    for (ReportingRule.Occasion occasion : timetable.occasions(rule, owedSince())) {
      String period = occasion.period().label();
      boolean same = moved || periods.contains(period);
      reach.of(rule.reporters()).stream()
          .filter(agency -> !same || !old.contains(agency))
          .forEach(agency ->
              openFor(new RollOut.Duty(rule.id(), period, agency), occasion.due(), reach));
      if (before != null) {
        takeBack(rule.id(), period, occasion.due(), before.reporters(), rule.reporters(), reach);
      }
    }
  }

  private void openFor(RollOut.Duty duty, @Nullable LocalDate due, Reach reach) {
    String owing = reach.owing(duty);
    if (owing != null) {
      open(new RollOut.Duty(duty.rule(), duty.period(), owing), due);
    }
  }

  private void open(RollOut.Duty duty, @Nullable LocalDate due) {
    if (!begun.add(duty)) {
      return;
    }
    RollOut.Charge charge = new RollOut.Charge(duty, due);
    String id = known.get(duty);
    if (id == null) {
      first.add(new RollOut(plan.planId(), version, since, List.of(charge)));
    } else if (duty.period() == null) {
      TaskId task = new TaskId(id);
      again.add(
          new ChargeAgain(
              task,
              RollOutHandler.task(task, plan, charge, since)
                  .because(reason(), basis(Part.ASSIGNMENT, duty))));
    } else {
      ReportId report = new ReportId(id);
      again.add(
          new OpenAgain(
              report,
              RollOutHandler.report(report, plan, charge, since)
                  .because(reason(), basis(Part.REPORTING_RULE, duty))));
    }
  }

  private @Nullable String reason() {
    return amended == null ? null : amended.reason();
  }

  private @Nullable String basis(Part part, RollOut.Duty duty) {
    return amended == null ? null : Amendment.basis(amended, part, duty.rule());
  }

  /** As commands: what was called off begins anew, before what has never been there. */
  List<Object> steps() {
    List<Object> all = new ArrayList<>(again);
    all.addAll(first);
    return all;
  }
}
