@NullMarked
package plantrail.command.task.unfulfiltask;

import org.jspecify.annotations.NullMarked;
