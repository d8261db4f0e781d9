@NullMarked
package plantrail.command.task.reopentask;

import org.jspecify.annotations.NullMarked;
