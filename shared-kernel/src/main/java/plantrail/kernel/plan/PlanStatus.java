package plantrail.kernel.plan;

/** How far a plan has come. */
public enum PlanStatus {
  /** Being written. */
  DRAFT,
  /** Submitted to be signed. */
  AWAITING_SIGNATURE,
  IN_FORCE,
  /** Resting until it is resumed. */
  SUSPENDED,
  CONCLUDED,
  REVOKED,
  /** Another plan took its place. */
  SUPERSEDED;

  /** Whether nothing more is to be done under the plan. */
  public boolean isOver() {
    return this == CONCLUDED || this == REVOKED || this == SUPERSEDED;
  }

  /** The status after one more event. */
  public PlanStatus after(PlanEvent event) {
    return switch (event) {
      case PlanIssued e -> IN_FORCE;
      case PlanResumed e -> IN_FORCE;
      case PlanSuspended e -> SUSPENDED;
      case PlanConcluded e -> CONCLUDED;
      case PlanRevoked e -> REVOKED;
      case PlanSuperseded e -> SUPERSEDED;
      case PlanAmended e -> this;
      case PlanYearOpened e -> this;
      case PlanTransferred e -> this;
      case PlanReviewed e -> this;
    };
  }
}
