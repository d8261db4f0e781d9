@NullMarked
package plantrail.command.task.assigntask;

import org.jspecify.annotations.NullMarked;
