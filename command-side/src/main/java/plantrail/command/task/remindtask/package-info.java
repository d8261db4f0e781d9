@NullMarked
package plantrail.command.task.remindtask;

import org.jspecify.annotations.NullMarked;
