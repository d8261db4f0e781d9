@NullMarked
package plantrail.command.task.changeassigner;

import org.jspecify.annotations.NullMarked;
