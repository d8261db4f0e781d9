package plantrail.kernel.plan;

/** How far a plan has come. */
public enum PlanStatus {
  IN_FORCE
}
