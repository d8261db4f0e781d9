package plantrail.kernel.plan;

/** How far a plan has come. */
public enum PlanStatus {
  /** Being written. */
  DRAFT,
  /** Submitted to be signed. */
  AWAITING_SIGNATURE,
  IN_FORCE
}
