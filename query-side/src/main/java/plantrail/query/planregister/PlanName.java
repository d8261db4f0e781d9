package plantrail.query.planregister;

import org.jspecify.annotations.Nullable;

/**
 * A plan's name.
 *
 * @param document number and symbol of its document; null if there is no such plan for the reader
 */
public record PlanName(String id, @Nullable String document) {}
