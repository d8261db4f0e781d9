package plantrail.command.plan.amendplan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.Command;
import plantrail.command.plan.Validation;
import plantrail.command.plan.domain.Difference;
import plantrail.command.plan.domain.Plan;
import plantrail.command.plan.domain.Plan.Amendment;
import plantrail.command.plan.domain.Plan.Mark;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.command.target.domain.Target;
import plantrail.command.target.domain.Targets;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.Item;
import plantrail.kernel.plan.PlanAmended;
import plantrail.kernel.plan.PlanChange;
import plantrail.kernel.plan.PlanChange.Change;
import plantrail.kernel.plan.PlanContent;
import plantrail.kernel.plan.PlanEvent;
import plantrail.kernel.plan.PlanId;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.ReportingRule;
import plantrail.kernel.plan.TargetLine;
import plantrail.kernel.target.TargetId;
import plantrail.kernel.target.TargetState;

/**
 * The issuer amends the plan. A list is stated whole, as it is from now on, and what is other than
 * before follows from that; one that is left out stays as it is, an empty one withdraws all. Work
 * that was finished stays as it is. Agencies that are named anew must exist on the day of the
 * amendment; whoever is named already stays named. An amendment after which nobody would be bound
 * is refused: such a plan is revoked. So is one that was written from another version than the
 * present one, see {@link plantrail.command.Versioned#writtenFrom}.
 *
 * @param basedOn number of the plan's version from which the lists were written
 * @param reason why
 * @param basis document that amends the plan
 * @param clause clause (điều, khoản) of that document on which every change rests that has none of
 *     its own
 * @param clauses clauses of single changes
 * @param items headings and clauses from now on; null if they stay as they are
 * @param assignments who does what by when from now on; null if that stays as it is
 * @param reportingRules who reports when from now on; null if that stays as it is
 * @param targets what is promised from now on; null if that stays as it is
 */
public record AmendPlan(
    @TargetAggregateIdentifier PlanId planId,
    int basedOn,
    String reason,
    String basis,
    @Nullable String clause,
    List<Clause> clauses,
    @Nullable List<Item> items,
    @Nullable List<AssignmentRule> assignments,
    @Nullable List<ReportingRule> reportingRules,
    @Nullable List<TargetLine> targets)
    implements Command {

  /**
   * The clause that one change rests on.
   *
   * @param part the kind of part that is changed
   * @param id the part's mark within the plan
   * @param clause the clause (điều, khoản)
   */
  public record Clause(PlanChange.Part part, String id, String clause) {
    Mark mark() {
      return new Mark(part, id);
    }
  }

  /** As the decision without the plan's targets, of which none that was withdrawn begins anew. */
  public List<PlanEvent> decide(
      Plan plan, Actor actor, Occurrence when, Agencies agencies, Plans plans, Targets known) {
    List<PlanEvent> events = decide(plan, actor, when, agencies, plans);
    Check check = new Check();
    for (PlanEvent event : events) {
      for (PlanChange change : ((PlanAmended) event).changes()) {
        if (change.part() == PlanChange.Part.TARGET && change.change() == Change.ADDED) {
          Target target = known.find(TargetId.of(planId.value(), change.id()).value());
          check.that(
              target == null || target.state() != TargetState.WITHDRAWN,
              fieldOf(new Mark(change.part(), change.id())),
              "field.mark-withdrawn",
              change.id());
        }
      }
    }
    check.done();
    return events;
  }

  /** What follows; an amendment that changes nothing is none. */
  public List<PlanEvent> decide(
      Plan plan, Actor actor, Occurrence when, Agencies agencies, Plans plans) {
    plan.permit("amend-plan", actor);
    PlanIssued present = plan.present();
    PlanContent content =
        present
            .content()
            .with(
                items == null ? present.items() : items,
                assignments == null ? present.assignments() : assignments,
                reportingRules == null ? present.reportingRules() : reportingRules,
                targets == null ? present.targets() : targets);
    Map<Mark, Change> difference = Difference.between(present.content(), content);
    if (difference.isEmpty() && isTaken(plan, actor)) {
      return List.of();
    }
    plan.open("amend-plan", actor);
    plan.writtenFrom(basedOn);
    Check check =
        when.check(plan.changedOn())
            .text(reason, "reason", Check.TEXT)
            .text(basis, "basis", Check.LINE)
            .text(clause, "clause", Check.LINE);
    for (int i = 0; i < clauses.size(); i++) {
      Clause each = clauses.get(i);
      check
          .text(each.clause(), "clauses[" + i + "].clause", Check.LINE)
          .that(
              difference.containsKey(each.mark()),
              "clauses[" + i + "].id",
              "field.not-changed",
              each.id());
    }
    List<PlanChange> changes = new ArrayList<>();
    difference.forEach((mark, change) -> {
      String restsOn = clauseOf(mark);
      check
          .that(restsOn != null, "clause", "field.change-without-clause", mark.id())
          .that(
              change != Change.ADDED || !plan.withdrawn().contains(mark),
              fieldOf(mark),
              "field.mark-withdrawn",
              mark.id());
      changes.add(new PlanChange(mark.part(), mark.id(), change, String.valueOf(restsOn)));
    });
    Validation.amendment(
            check,
            present.content(),
            content,
            plan.parties().issuer(),
            when.day(),
            plan::rested,
            agencies,
            plans)
        .done();
    return changes.isEmpty()
        ? List.of()
        : List.of(
            new PlanAmended(
                planId.value(),
                plan.version() + 1,
                when.day(),
                reason,
                basis,
                content.items(),
                content.assignments(),
                content.reportingRules(),
                content.targets(),
                changes));
  }

  /** Whether this very amendment, by the same person, made the present version. */
  private boolean isTaken(Plan plan, Actor actor) {
    Amendment last = plan.amendment();
    return last != null
        && basedOn == plan.version() - 1
        && actor.person().equals(last.by())
        && reason.equals(last.reason())
        && basis.equals(last.basis())
        && last.clauses().keySet().containsAll(clauses.stream().map(Clause::mark).toList())
        && last.clauses().entrySet().stream()
            .allMatch(change -> change.getValue().equals(clauseOf(change.getKey())));
  }

  private @Nullable String clauseOf(Mark mark) {
    return clauses.stream()
        .filter(each -> each.mark().equals(mark))
        .map(Clause::clause)
        .findFirst()
        .orElse(clause);
  }

  private static String fieldOf(Mark mark) {
    return switch (mark.part()) {
      case ITEM -> "items";
      case ASSIGNMENT -> "assignments";
      case REPORTING_RULE -> "reportingRules";
      case TARGET -> "targets";
    };
  }
}
