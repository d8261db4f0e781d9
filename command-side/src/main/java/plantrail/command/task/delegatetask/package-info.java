@NullMarked
package plantrail.command.task.delegatetask;

import org.jspecify.annotations.NullMarked;
