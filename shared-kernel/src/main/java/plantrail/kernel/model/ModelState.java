package plantrail.kernel.model;

import plantrail.kernel.message.Counted;

/** How far a model has come. */
public enum ModelState implements Counted.Countable {
  REGISTERED,
  BUILT,
  ASSESSED,
  RECOGNISED,
  /** Proposed to an agency above the issuer for an award. */
  PROPOSED,
  REWARDED,
  WITHDRAWN;

  @Override
  public boolean counts() {
    return this != WITHDRAWN;
  }
}
