package plantrail.kernel.workflow;

/** What must hold besides the state for a step to be open. */
public enum Condition {
  /** It has a last timely day. */
  DATED,
  /** It was ordered, not asked for: a request is never in breach. */
  ORDERED,
  /** A later day was asked for, and nobody has answered yet. */
  EXTENSION_ASKED,
  /** No such answer is outstanding. */
  NO_EXTENSION_ASKED,
  /** What it demands is a plan of the agency's own. */
  OWN_PLAN_DEMANDED,
  /** Nothing of what was found is left to be mended. */
  NOTHING_TO_MEND,
  /** Something was recommended. */
  SOMETHING_RECOMMENDED,
  /** Every task that a recommendation became is completed or called off. */
  RECOMMENDATIONS_DONE,
  /** The final review was held. */
  FINAL_REVIEW,
  /** Nobody recognised it yet; what is recognised is withdrawn by whoever recognised it. */
  UNRECOGNISED_OR_ISSUER,
  /** Nobody above was asked for an award yet; what was proposed is decided by whoever was asked. */
  UNPROPOSED_OR_SUPERIOR
}
