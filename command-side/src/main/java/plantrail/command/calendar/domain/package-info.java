@NullMarked
package plantrail.command.calendar.domain;

import org.jspecify.annotations.NullMarked;
