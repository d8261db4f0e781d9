/** Periods, due rules and timeliness, in the time zone of Vietnam. */
@NullMarked
package plantrail.kernel.calendar;

import org.jspecify.annotations.NullMarked;
