@NullMarked
package plantrail.command.task.urgetask;

import org.jspecify.annotations.NullMarked;
