package plantrail.command.target.changetarget;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Check;
import plantrail.command.platform.Concern;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.command.target.TargetCommand;
import plantrail.command.target.domain.Target;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Counted;
import plantrail.kernel.message.Role;
import plantrail.kernel.model.ModelState;
import plantrail.kernel.plan.Comparison;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.Product;
import plantrail.kernel.plan.TargetLine;
import plantrail.kernel.target.TargetChanged;
import plantrail.kernel.target.TargetEvent;
import plantrail.kernel.target.TargetId;

/**
 * Changes what a target promises. For the other fields see {@link TargetChanged}.
 *
 * @param agencies codes of the agencies that are to be measured from now on; null if that stays as
 *     it is, empty if it is not said any more
 */
public record ChangeTarget(
    @TargetAggregateIdentifier TargetId targetId,
    String indicator,
    Comparison comparison,
    @Nullable BigDecimal value,
    @Nullable String unit,
    @Nullable LocalDate byWhen,
    @Counted @Nullable Product counts,
    @Counted @Nullable ModelState countsFrom,
    @Nullable List<String> agencies,
    String reason,
    String basis)
    implements TargetCommand {

  /**
   * What an amendment says of a target from now on.
   *
   * @param agencies codes of the agencies that it says are to be measured; null if it leaves that,
   *     empty if it does not say it any more
   */
  public static ChangeTarget of(
      String planId,
      TargetLine line,
      @Nullable List<String> agencies,
      String reason,
      String basis) {
    return new ChangeTarget(
        TargetId.of(planId, line.id()),
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

  /** As the decision without the registry, for a day and agencies that the plan concerns. */
  public List<TargetEvent> decide(
      Target target, Actor actor, Occurrence when, Plans plans, Agencies known) {
    List<TargetEvent> events = decide(target, actor, when, plans);
    if (!events.isEmpty() && actor.role() != Role.SYSTEM) {
      PlanIssued plan = plans.get(target.plan());
      Check check = new Check();
      Target.byWhen(check, "byWhen", byWhen, plan.issueDate());
      if (agencies != null) {
        Concern.check(check, agencies, "agencies", plan, when.day(), known);
      }
      check.done();
    }
    return events;
  }

  @Override
  public List<TargetEvent> follow(Target target, Actor actor, Occurrence when) {
    Target.Promise before = target.promise();
    // Where the plan does not say what a target counts, an amendment leaves that as it is.
    boolean left = actor.role() == Role.SYSTEM && counts == null && value != null;
    Product counted = left ? before.counts() : counts;
    ModelState from = left ? before.countsFrom() : countsFrom;
    List<String> measured =
        agencies == null ? before.agencies() : agencies.isEmpty() ? null : agencies;
    List<TargetEvent> events =
        target.take(
            "change-target",
            new TargetChanged(
                targetId.value(),
                before.value(),
                before.byWhen(),
                indicator,
                comparison,
                value,
                unit,
                byWhen,
                counted,
                from,
                measured,
                reason,
                basis),
            actor);
    return before.equals(
            new Target.Promise(indicator, comparison, value, unit, byWhen, counted, from, measured))
        ? List.of()
        : events;
  }

  @Override
  public void check(Check check, Target target) {
    check
        .text(indicator, "indicator", Check.LINE)
        .text(unit, "unit", Check.LINE)
        .text(reason, "reason", Check.TEXT)
        .text(basis, "basis", Check.LINE);
    Target.share(check, "value", unit, value);
    Target.check(check, comparison, value, counts, countsFrom);
    Target.measured(check, "agencies", agencies != null && !agencies.isEmpty(), comparison, counts);
  }
}
