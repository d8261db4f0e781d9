package plantrail.command.mandate.revokemandate;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.StepCommand;
import plantrail.command.mandate.domain.Mandate;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.mandate.MandateEvent;
import plantrail.kernel.mandate.MandateId;
import plantrail.kernel.mandate.MandateRevoked;
import plantrail.kernel.message.Actor;

/**
 * Takes a mandate back.
 *
 * @param reason why
 */
public record RevokeMandate(@TargetAggregateIdentifier MandateId mandateId, String reason)
    implements StepCommand<Mandate, MandateEvent> {

  @Override
  public List<MandateEvent> follow(Mandate mandate, Actor actor, Occurrence when) {
    return mandate.take("revoke-mandate", new MandateRevoked(mandateId.value(), reason), actor);
  }

  @Override
  public void check(Check check, Mandate mandate) {
    check.text(reason, "reason", Check.LINE);
  }
}
