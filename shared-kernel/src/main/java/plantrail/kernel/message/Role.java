package plantrail.kernel.message;

/** The capacity in which a person uses the system (practice). */
public enum Role {
  /** Acts for an agency: carries out, assigns, reports, inspects. */
  OFFICIAL,
  /** Reads everything, changes nothing. */
  AUDITOR,
  /** Runs the system: processors, dead letters, rebuilds. Takes no step of a workflow. */
  OPERATOR,
  /** Keeps the agency registry and the accounts. */
  ADMIN,
  /** An automation of the system itself. */
  SYSTEM
}
