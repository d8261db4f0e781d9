package plantrail.kernel.inspection;

import org.jspecify.annotations.Nullable;

/**
 * A member of an inspection's team.
 *
 * @param name the person's name
 * @param position their position; null if not said
 */
public record Inspector(String name, @Nullable String position) {}
