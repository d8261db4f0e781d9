package plantrail.query.history;

import org.jspecify.annotations.Nullable;

/**
 * What changed.
 *
 * @param position the event's place in the log
 * @param subject identifier of what it happened to
 * @param plan identifier of the plan that the subject belongs to; null if to none
 * @param name the event's logical name
 */
public record News(long position, String subject, @Nullable String plan, String name) {}
