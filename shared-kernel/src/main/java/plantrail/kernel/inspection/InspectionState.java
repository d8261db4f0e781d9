package plantrail.kernel.inspection;

/** How far an inspection has come. */
public enum InspectionState {
  PLANNED,
  /** The team is at the unit. */
  UNDER_WAY,
  /** Findings and recommendations are on record. */
  RECORDED,
  /** What was found has been mended. */
  REMEDIED,
  CLOSED,
  /** Called off before anything was on record. */
  CANCELLED
}
