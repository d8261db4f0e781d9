package plantrail.query.moves;

import org.jspecify.annotations.Nullable;
import plantrail.kernel.message.MetadataKeys;
import plantrail.kernel.message.Role;
import plantrail.query.platform.Recorded;

/**
 * Who decided something from which automations go on.
 *
 * @param chain what all that follows from it has as its correlation
 */
record Author(
    String chain,
    @Nullable String actor,
    @Nullable String actorName,
    @Nullable String agency,
    @Nullable String mandatorName) {

  static Author of(Recorded recorded) {
    String correlation = recorded.metadata(MetadataKeys.CORRELATION);
    return new Author(
        correlation == null ? recorded.message().getIdentifier() : correlation,
        recorded.metadata(MetadataKeys.ACTOR),
        recorded.metadata(MetadataKeys.ACTOR_NAME),
        recorded.metadata(MetadataKeys.AGENCY),
        recorded.metadata(MetadataKeys.MANDATOR_NAME));
  }

  /** Whether an automation did it. */
  static boolean isSystem(Recorded recorded) {
    return Role.SYSTEM.name().equals(recorded.metadata(MetadataKeys.ROLE));
  }
}
