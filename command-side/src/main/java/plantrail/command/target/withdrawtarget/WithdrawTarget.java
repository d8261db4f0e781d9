package plantrail.command.target.withdrawtarget;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.target.TargetCommand;
import plantrail.command.target.domain.Target;
import plantrail.kernel.message.Actor;
import plantrail.kernel.target.TargetEvent;
import plantrail.kernel.target.TargetId;
import plantrail.kernel.target.TargetWithdrawn;

/** Withdraws a target. For the fields see {@link TargetWithdrawn}. */
public record WithdrawTarget(
    @TargetAggregateIdentifier TargetId targetId, String reason, String basis)
    implements TargetCommand {

  @Override
  public List<TargetEvent> follow(Target target, Actor actor, Occurrence when) {
    return target.take(
        "withdraw-target", new TargetWithdrawn(targetId.value(), reason, basis), actor);
  }

  @Override
  public void check(Check check, Target target) {
    check.text(reason, "reason", Check.TEXT).text(basis, "basis", Check.LINE);
  }
}
