@NullMarked
package plantrail.command.task.transfertask;

import org.jspecify.annotations.NullMarked;
