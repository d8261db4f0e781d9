@NullMarked
package plantrail.command.task.canceltask;

import org.jspecify.annotations.NullMarked;
