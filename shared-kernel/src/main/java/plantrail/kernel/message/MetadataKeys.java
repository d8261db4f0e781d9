package plantrail.kernel.message;

/** Keys of the metadata of commands and events. All values are strings. */
public final class MetadataKeys {
  /** User name of the acting person; see {@link Actor}. */
  public static final String ACTOR = "actor";

  /** Name of the acting person as shown to people. */
  public static final String ACTOR_NAME = "actorName";

  /** Code of the agency acted for; absent for roles outside of agencies. */
  public static final String AGENCY = "agency";

  /**
   * Identifier of the mandate by which the person acts; absent where they act in their own right.
   */
  public static final String MANDATE = "mandate";

  /** Name of the person who gave that mandate. */
  public static final String MANDATOR_NAME = "mandatorName";

  /** The plan to which that mandate is limited; absent if to none. */
  public static final String MANDATE_PLAN = "mandatePlan";

  /** The {@link Role}'s name. */
  public static final String ROLE = "role";

  /** Local day on which a step happened, ISO 8601; absent if it happened as it was entered. */
  public static final String HAPPENED_ON = "happenedOn";

  /** Why a step was entered later than it happened; absent if not stated. */
  public static final String BACKDATING_REASON = "backdatingReason";

  /**
   * Version of the workflow tables by which the event's subject goes, that of its plan, a number;
   * absent where there is no such plan, and on events recorded before it was kept.
   */
  public static final String WORKFLOWS = "workflows";

  /** Identifier of the message that began the chain. */
  public static final String CORRELATION = "correlation";

  /** Identifier of the message that directly caused this one. */
  public static final String CAUSATION = "causation";

  /** "true" on all that belongs to the sample data. */
  public static final String SAMPLE = "sample";

  /** The sample clock's moment, ISO 8601 instant: when a sample event counts as recorded. */
  public static final String SAMPLE_TIME = "sampleTime";

  private MetadataKeys() {}
}
