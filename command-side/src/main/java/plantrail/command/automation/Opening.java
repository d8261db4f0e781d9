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
  private final LocalDate horizon;
  private final Rests rests;
  private final long position;
  private final Map<RollOut.Duty, String> known;
  private final Set<RollOut.Duty> begun = new HashSet<>();
  private final List<Object> again = new ArrayList<>();
  private final List<RollOut> first = new ArrayList<>();

  /**
   * @param plan the plan as that version says
   * @param since local day from which it holds
   * @param horizon last local day for which reports are opened
   * @param rests rests of the plan that its reports move with
   * @param position place in the log up to which the agencies' changes are known
   * @param known identifiers of the duties that are there
   */
  Opening(
      AgencyDirectory directory,
      PlanIssued plan,
      int version,
      LocalDate since,
      LocalDate horizon,
      Rests rests,
      long position,
      Map<RollOut.Duty, String> known) {
    this.directory = directory;
    this.plan = plan;
    this.version = version;
    this.since = since;
    this.horizon = horizon;
    this.rests = rests;
    this.position = position;
    this.known = known;
  }

  private Set<String> agencies(Assignees bound) {
    return directory.expand(bound, plan.issuer(), since, position);
  }

  /** The tasks of all whom the rule binds. */
  void tasks(AssignmentRule rule) {
    agencies(rule.assignees()).forEach(agency -> open(new RollOut.Duty(rule.id(), null, agency)));
  }

  /** Local day from which this version's reports are owed. */
  private LocalDate owedSince() {
    return plan.content().owedSince(since);
  }

  /** The reports of all whom the rule binds. */
  void reports(ReportingRule rule) {
    Set<String> agencies = agencies(rule.reporters());
    for (ReportingRule.Occasion occasion : rule.occasions(owedSince(), horizon)) {
      String period = occasion.period().label();
      agencies.forEach(agency -> open(new RollOut.Duty(rule.id(), period, agency)));
    }
  }

  /** Those occasions of a plan that was issued long before, for whoever owes them now. */
  void further(ReportingRule rule, List<ReportingRule.Occasion> occasions, Reach reach) {
    Set<String> bound = reach.of(rule.reporters());
    for (ReportingRule.Occasion occasion : occasions) {
      String period = occasion.period().label();
      bound.forEach(agency -> openFor(new RollOut.Duty(rule.id(), period, agency), reach));
    }
  }

  /** The tasks of those whom the rule binds now and did not before. */
  void tasks(AssignmentRule rule, @Nullable AssignmentRule before, Reach reach) {
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
  void reports(ReportingRule rule, @Nullable ReportingRule before, Reach reach) {
    Set<String> old = before == null ? Set.of() : reach.of(before.reporters());
    Set<String> periods =
        before == null
            ? Set.of()
            : before.occasions(plan.owedSince(), horizon).stream()
                .map(each -> each.period().label())
                .collect(toSet());
    boolean moved =
        before != null && PlanVersion.isOnce(before.due()) && PlanVersion.isOnce(rule.due());
    for (ReportingRule.Occasion occasion : rule.occasions(owedSince(), horizon)) {
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
    RollOut opened = new RollOut(plan.planId(), version, since, horizon, rests, List.of(duty));
    String id = known.get(duty);
    if (id == null) {
      first.add(opened);
    } else if (duty.period() == null) {
      TaskId task = new TaskId(id);
      again.add(new ChargeAgain(task, RollOutHandler.task(task, plan, duty, since)));
    } else {
      ReportId report = new ReportId(id);
      again.add(new OpenAgain(report, RollOutHandler.report(report, plan, duty, opened)));
    }
  }

  /** As commands: what was called off begins anew, before what has never been there. */
  List<Object> steps() {
    List<Object> all = new ArrayList<>(again);
    all.addAll(first);
    return all;
  }
}
