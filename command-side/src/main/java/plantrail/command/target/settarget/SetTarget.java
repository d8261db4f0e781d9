package plantrail.command.target.settarget;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.Command;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Check;
import plantrail.command.platform.Concern;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.command.target.domain.Target;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Counted;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.message.Role;
import plantrail.kernel.model.ModelState;
import plantrail.kernel.plan.Comparison;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.Product;
import plantrail.kernel.plan.TargetLine;
import plantrail.kernel.target.TargetEvent;
import plantrail.kernel.target.TargetId;
import plantrail.kernel.target.TargetSet;
import plantrail.kernel.target.TargetState;
import plantrail.kernel.workflow.PlanWorkflow;
import plantrail.kernel.workflow.TargetWorkflow;

/** Sets a target of a plan. For the fields see {@link TargetSet}. */
public record SetTarget(
    String planId,
    String target,
    String indicator,
    Comparison comparison,
    @Nullable BigDecimal value,
    @Nullable String unit,
    @Nullable LocalDate byWhen,
    @Counted @Nullable Product counts,
    @Counted @Nullable ModelState countsFrom,
    @Nullable List<String> agencies,
    @Nullable String reason,
    String basis)
    implements Command {

  /**
   * The target that a line of a plan sets.
   *
   * @param agencies codes of the agencies that it says are to be measured; null if it does not say
   * @param reason why it was added; null where the plan said it from its issue on
   */
  public static SetTarget of(
      String planId,
      TargetLine line,
      @Nullable List<String> agencies,
      @Nullable String reason,
      String basis) {
    return new SetTarget(
        planId,
        line.id(),
        line.indicator(),
        line.comparison(),
        line.value(),
        line.unit(),
        line.byWhen(),
        line.counts(),
        line.countsFrom(),
        agencies,
        reason,
        basis);
  }

  @TargetAggregateIdentifier
  public TargetId targetId() {
    return TargetId.of(planId, target);
  }

  /** As the decision without the registry, for agencies to be measured that the plan concerns. */
  public List<TargetEvent> decide(
      @Nullable Target present, Actor actor, Occurrence when, Plans plans, Agencies known) {
    List<TargetEvent> events = decide(present, actor, when, plans);
    if (!events.isEmpty() && agencies != null && actor.role() != Role.SYSTEM) {
      Check check = new Check();
      Concern.check(check, agencies, "agencies", plans.get(planId), when.day(), known);
      check.done();
    }
    return events;
  }

  public List<TargetEvent> decide(
      @Nullable Target present, Actor actor, Occurrence when, Plans plans) {
    PlanIssued plan = plans.get(planId);
    TargetWorkflow.TABLE
        .at(plan.workflows())
        .permit("set-target", PlanWorkflow.relations(actor, plan.issuer(), plan.focal()));
    // What the plan itself says is set whatever became of the plan meanwhile.
    if (actor.role() != Role.SYSTEM) {
      plans.demand("set-target", plan);
    }
    TargetSet set =
        new TargetSet(
            targetId().value(),
            planId,
            plan.document(),
            target,
            indicator,
            comparison,
            value,
            unit,
            byWhen,
            counts,
            countsFrom,
            agencies,
            plan.issuer(),
            plan.focal(),
            present != null ? present.set().setOn() : begun(plan, when),
            reason,
            basis);
    if (present != null) {
      boolean stands = present.state() != TargetState.WITHDRAWN;
      if ((present.set().equals(set) && stands) || actor.role() == Role.SYSTEM) {
        return List.of();
      }
      throw Refusal.of(RefusalCode.ALREADY_EXISTS, "refusal.target-exists", target);
    }
    if (actor.role() == Role.SYSTEM) {
      return List.of(set);
    }
    // What the plan itself states follows from it, be it a moment later.
    if (plan.targets().stream().anyMatch(each -> each.id().equals(target))) {
      throw Refusal.of(RefusalCode.ALREADY_EXISTS, "refusal.target-exists", target);
    }
    check(when.check(plan.issueDate()), plan);
    return List.of(set);
  }

  /** What the plan itself says holds from its issue on. */
  private LocalDate begun(PlanIssued plan, Occurrence when) {
    return reason == null ? plan.issueDate() : when.day();
  }

  private void check(Check check, PlanIssued plan) {
    check
        .text(target, "target", Check.LINE)
        .text(indicator, "indicator", Check.LINE)
        .text(unit, "unit", Check.LINE)
        .that(reason != null, "reason", "field.missing")
        .text(reason, "reason", Check.TEXT)
        .text(basis, "basis", Check.LINE);
    Target.byWhen(check, "byWhen", byWhen, plan.issueDate());
    Target.share(check, "value", unit, value);
    Target.check(check, comparison, value, counts, countsFrom);
    Target.measured(check, "agencies", agencies != null, comparison, counts);
    check.done();
  }
}
