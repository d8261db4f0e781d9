package plantrail.platform.messaging;

import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueueDecision;
import org.axonframework.messaging.deadletter.EnqueuePolicy;
import org.axonframework.messaging.deadletter.ThrowableCause;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;

/**
 * Sets a faulty event aside, but not one that only met somebody else at work. What a batch of
 * events has written is held until its end, so that to try such an event again within the batch is
 * no help if the other waits for just that: the batch ends, lets go of all, and begins again.
 */
public final class LostRaces implements EnqueuePolicy<EventMessage<?>> {

  @Override
  public EnqueueDecision<EventMessage<?>> decide(
      DeadLetter<? extends EventMessage<?>> letter, Throwable cause) {
    if (cause instanceof Refusal refusal && refusal.code() == RefusalCode.CONFLICT) {
      throw refusal;
    }
    return Decisions.enqueue(ThrowableCause.truncated(cause));
  }
}
