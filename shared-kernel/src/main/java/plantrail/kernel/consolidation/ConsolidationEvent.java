package plantrail.kernel.consolidation;

import plantrail.kernel.DomainEvent;

/** What happens to a consolidation. */
public sealed interface ConsolidationEvent extends DomainEvent
    permits ReportsConsolidated,
        ConsolidationRenewed,
        ConsolidationCorrected,
        ConsolidationForwarded,
        ConsolidationReturned,
        ConsolidationTransferred {
  String consolidationId();

  @Override
  default String subject() {
    return consolidationId();
  }
}
