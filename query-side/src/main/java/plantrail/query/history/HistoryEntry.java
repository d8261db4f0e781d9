package plantrail.query.history;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One event of the log.
 *
 * @param position its place in the log
 * @param subject identifier of what it happened to
 * @param sequence its number among the subject's events, from 0
 * @param name its logical name, for example {@code task-assigned}
 * @param revision revision of its shape
 * @param plan identifier of the plan that the subject belongs to; null if to none
 * @param recordedAt when it was recorded
 * @param happenedOn the day when it happened, where the event states one
 * @param actor user name of the person; null if nobody is known
 * @param actorName the person's name
 * @param agency code of the agency acted for; null for roles outside of agencies
 * @param agencyName that agency's name
 * @param role the capacity in which the person acted
 * @param mandate identifier of the mandate by which the person acted; null if in their own right
 * @param mandatorName name of the person who gave that mandate
 * @param reason the reason given, where the step asks for one
 * @param backdatingReason why it was entered later than it happened, where that was stated
 * @param correlation identifier of the message that began the chain
 * @param causation identifier of the message that caused it
 * @param sample whether it belongs to the sample data
 * @param payload the event itself
 */
public record HistoryEntry(
    long position,
    String subject,
    long sequence,
    String name,
    String revision,
    @Nullable String plan,
    Instant recordedAt,
    @Nullable LocalDate happenedOn,
    @Nullable String actor,
    @Nullable String actorName,
    @Nullable String agency,
    @Nullable String agencyName,
    @Nullable String role,
    @Nullable String mandate,
    @Nullable String mandatorName,
    @Nullable String reason,
    @Nullable String backdatingReason,
    @Nullable String correlation,
    @Nullable String causation,
    boolean sample,
    JsonNode payload) {}
