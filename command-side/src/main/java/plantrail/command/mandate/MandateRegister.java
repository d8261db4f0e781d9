package plantrail.command.mandate;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.messaging.annotation.MetaDataValue;
import org.springframework.stereotype.Component;
import plantrail.kernel.mandate.MandateGranted;
import plantrail.kernel.mandate.MandateRevoked;
import plantrail.kernel.message.MetadataKeys;
import plantrail.platform.access.Mandates;

/**
 * Lets the mandates on record count where people come in: usually they were entered there as they
 * were decided, and to be told of them again changes nothing.
 */
@Component
@ProcessingGroup(MandateRegister.GROUP)
class MandateRegister {
  /** Name of the processing group. */
  static final String GROUP = "mandate-register";

  private final Mandates mandates;

  MandateRegister(Mandates mandates) {
    this.mandates = mandates;
  }

  @EventHandler
  void on(MandateGranted event, @MetaDataValue(MetadataKeys.ACTOR_NAME) String grantedBy) {
    mandates.grant(event, grantedBy);
  }

  @EventHandler
  void on(MandateRevoked event) {
    mandates.revoke(event.mandateId());
  }
}
