@NullMarked
package plantrail.command.task.bringtaskforward;

import org.jspecify.annotations.NullMarked;
