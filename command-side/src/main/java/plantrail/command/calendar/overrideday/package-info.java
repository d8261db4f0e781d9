@NullMarked
package plantrail.command.calendar.overrideday;

import org.jspecify.annotations.NullMarked;
