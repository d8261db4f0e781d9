package plantrail.command.target.changetarget;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.target.TargetCommand;
import plantrail.command.target.domain.Target;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Role;
import plantrail.kernel.model.ModelState;
import plantrail.kernel.plan.Comparison;
import plantrail.kernel.plan.Product;
import plantrail.kernel.plan.TargetLine;
import plantrail.kernel.target.TargetChanged;
import plantrail.kernel.target.TargetEvent;
import plantrail.kernel.target.TargetId;

/** Changes what a target promises. For the fields see {@link TargetChanged}. */
public record ChangeTarget(
    @TargetAggregateIdentifier TargetId targetId,
    String indicator,
    Comparison comparison,
    @Nullable BigDecimal value,
    @Nullable String unit,
    @Nullable LocalDate byWhen,
    @Nullable Product counts,
    @Nullable ModelState countsFrom,
    String reason,
    String basis)
    implements TargetCommand {

  /** What an amendment says of a target from now on. */
  public static ChangeTarget of(String planId, TargetLine line, String reason, String basis) {
    return new ChangeTarget(
        TargetId.of(planId, line.id()),
        line.indicator(),
        line.comparison(),
        line.value(),
        line.unit(),
        line.byWhen(),
        line.counts(),
        line.countsFrom(),
        reason,
        basis);
  }

  @Override
  public List<TargetEvent> follow(Target target, Actor actor, Occurrence when) {
    Target.Promise before = target.promise();
    // Where the plan does not say what a target counts, an amendment leaves that as it is.
    boolean left = actor.role() == Role.SYSTEM && counts == null && value != null;
    Product counted = left ? before.counts() : counts;
    ModelState from = left ? before.countsFrom() : countsFrom;
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
                reason,
                basis),
            actor);
    return before.equals(
            new Target.Promise(indicator, comparison, value, unit, byWhen, counted, from))
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
  }
}
