package plantrail.kernel.plan;

import plantrail.kernel.message.Counted;

/** What a duty has to bring about, where it is more than its own doing. */
public enum Product implements Counted.Countable {
  /** The agency's own plan under this one. */
  SUBORDINATE_PLAN,
  /** An inspection, or a plan for it. */
  INSPECTION,
  /** A "Dân vận khéo" model. */
  MODEL;

  @Override
  public boolean counts() {
    return this == MODEL;
  }
}
