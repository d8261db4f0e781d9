package plantrail.kernel.inspection;

/** How far an inspection has come. */
public enum InspectionState {
  /** Findings and recommendations are on record. */
  RECORDED
}
