@NullMarked
package plantrail.command.calendar;

import org.jspecify.annotations.NullMarked;
