@NullMarked
package plantrail.command.task.rescheduletask;

import org.jspecify.annotations.NullMarked;
