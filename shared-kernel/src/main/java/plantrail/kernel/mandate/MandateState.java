package plantrail.kernel.mandate;

/** How a mandate stands. Whether its days have come or passed follows from dates. */
public enum MandateState {
  GRANTED,
  REVOKED
}
