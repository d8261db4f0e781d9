package plantrail.kernel.plan;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A plan was suspended.
 *
 * @param from first day on which it rests, local date
 * @param reason why
 * @param basis document that it rests on; null if none
 */
@Revision("1")
public record PlanSuspended(String planId, LocalDate from, String reason, @Nullable String basis)
    implements PlanEvent {}
