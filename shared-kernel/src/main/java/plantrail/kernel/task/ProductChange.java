package plantrail.kernel.task;

import org.jspecify.annotations.Nullable;
import plantrail.kernel.plan.Product;

/**
 * A task has to bring about something else than before.
 *
 * @param planId the plan that the task belongs to
 * @param agency code of the responsible agency at that time
 * @param before what it had to bring about; null if it was an ordinary duty
 * @param now what it has to bring about from now on; null if it is an ordinary duty
 */
public record ProductChange(
    String planId, String agency, @Nullable Product before, @Nullable Product now) {}
