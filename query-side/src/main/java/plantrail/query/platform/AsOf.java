package plantrail.query.platform;

import java.time.Instant;

/**
 * What an answer rests on.
 *
 * @param position the last event that it contains
 * @param time the moment that it is about
 */
public record AsOf(long position, Instant time) {}
