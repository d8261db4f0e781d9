package plantrail.command.target.transfertarget;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.platform.Occurrence;
import plantrail.command.target.TargetCommand;
import plantrail.command.target.domain.Target;
import plantrail.kernel.message.Actor;
import plantrail.kernel.target.TargetEvent;
import plantrail.kernel.target.TargetId;
import plantrail.kernel.target.TargetTransferred;

/**
 * Puts the successor of a merged or dissolved agency in its place, wherever that stood. Given by
 * the system; if it stands nowhere, there is nothing to do.
 *
 * @param predecessor code of the agency that is no more
 * @param successor code of the agency in its place
 * @param reason why
 * @param basis document that the change rests on
 */
public record TransferTarget(
    @TargetAggregateIdentifier TargetId targetId,
    String predecessor,
    String successor,
    String reason,
    @Nullable String basis)
    implements TargetCommand {

  @Override
  public List<TargetEvent> follow(Target target, Actor actor, Occurrence when) {
    target.open("transfer-target", actor);
    TargetTransferred transferred =
        new TargetTransferred(targetId.value(), predecessor, successor, reason, basis);
    return target.leftTo(transferred)
        ? target.take("transfer-target", transferred, actor)
        : List.of();
  }
}
