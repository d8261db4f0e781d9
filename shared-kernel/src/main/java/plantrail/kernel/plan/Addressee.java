package plantrail.kernel.plan;

import org.jspecify.annotations.Nullable;

/**
 * For whom a report is.
 *
 * @param agency code of the agency that it is for
 * @param channel code of the agency through which it passes and which consolidates; null if direct
 */
public record Addressee(String agency, @Nullable String channel) {}
