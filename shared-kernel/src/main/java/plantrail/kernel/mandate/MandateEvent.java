package plantrail.kernel.mandate;

import plantrail.kernel.DomainEvent;

/** What happens to a mandate. */
public sealed interface MandateEvent extends DomainEvent permits MandateGranted, MandateRevoked {
  String mandateId();

  @Override
  default String subject() {
    return mandateId();
  }
}
