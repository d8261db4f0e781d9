package plantrail.query.agencies;

import org.jspecify.annotations.Nullable;

/**
 * An agency's name.
 *
 * @param name null if there was no agency of that code
 */
public record AgencyName(String code, @Nullable String name) {}
