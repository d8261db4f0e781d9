package plantrail.query.moves;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.agency.AgencyEnding;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.message.MetadataKeys;
import plantrail.kernel.message.Role;
import plantrail.query.platform.Recorded;

/**
 * Who decided something from which automations go on.
 *
 * @param chain what all that follows from it has as its correlation
 * @param day on which it was decided, local date, which all that follows has as its day; null where
 *     that has a day of its own: whoever takes over from an agency does so when it ends
 */
record Author(
    String chain,
    @Nullable String actor,
    @Nullable String actorName,
    @Nullable String agency,
    @Nullable String mandatorName,
    @Nullable LocalDate day) {

  static Author of(Recorded recorded) {
    String correlation = recorded.metadata(MetadataKeys.CORRELATION);
    return new Author(
        correlation == null ? recorded.message().getIdentifier() : correlation,
        recorded.metadata(MetadataKeys.ACTOR),
        recorded.metadata(MetadataKeys.ACTOR_NAME),
        recorded.metadata(MetadataKeys.AGENCY),
        recorded.metadata(MetadataKeys.MANDATOR_NAME),
        recorded.event() instanceof AgencyEnding ? null : day(recorded));
  }

  /** The day of an event by itself: as stated, else that of the recording. */
  static LocalDate day(Recorded recorded) {
    LocalDate stated = recorded.event().happenedOn();
    String other = recorded.metadata(MetadataKeys.HAPPENED_ON);
    return stated != null
        ? stated
        : other != null ? LocalDate.parse(other) : LocalTime.dayOf(recorded.recordedAt());
  }

  /** Whether an automation did it. */
  static boolean isSystem(Recorded recorded) {
    return Role.SYSTEM.name().equals(recorded.metadata(MetadataKeys.ROLE));
  }
}
