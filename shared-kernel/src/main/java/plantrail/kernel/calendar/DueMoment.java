package plantrail.kernel.calendar;

import java.time.Instant;

/**
 * A moment at which the system speaks up about a duty.
 *
 * @param notice what it says
 * @param days working days that are left for a reminder, or have passed for an escalation; 0 for a
 *     lapse
 * @param at the moment: a midnight in Vietnam
 */
public record DueMoment(Notice notice, int days, Instant at) {}
