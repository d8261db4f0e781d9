package plantrail.kernel.consolidation;

/** How far a consolidation has come. */
public enum ConsolidationState {
  PREPARED,
  FORWARDED,
  RETURNED
}
