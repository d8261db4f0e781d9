package plantrail.kernel.message;

/** Why a command is refused. Codes are stable: clients rely on them. */
public enum RefusalCode {
  /** What the command names does not exist. */
  NOT_FOUND,
  /** The step is not open from the present state. */
  INVALID_STATE,
  /** The actor may not do this. */
  NOT_PERMITTED,
  /** The agency acted for is no more; its successor may. */
  AGENCY_ENDED,
  /** One or more fields are missing, malformed or contradict each other. */
  INVALID_ARGUMENT,
  /** What the command would create exists, with other content. */
  ALREADY_EXISTS,
  /** Somebody else changed the same thing at the same time. */
  CONFLICT
}
