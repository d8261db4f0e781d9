package plantrail.kernel.agency;

import plantrail.kernel.DomainEvent;

/** What happens to an agency. */
public sealed interface AgencyEvent extends DomainEvent permits AgencyRegistered, AgencyChange {
  /** The agency's code: ours, unique for ever, never given again. */
  String code();

  @Override
  default String subject() {
    return code();
  }
}
