package plantrail.kernel.model;

/** How far a model has come. */
public enum ModelState {
  REGISTERED,
  BUILT,
  ASSESSED,
  RECOGNISED,
  /** Proposed to an agency above the issuer for an award. */
  PROPOSED,
  REWARDED,
  WITHDRAWN
}
