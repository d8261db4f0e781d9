@NullMarked
package plantrail.command.task.accepttask;

import org.jspecify.annotations.NullMarked;
