@NullMarked
package plantrail.command.task.declinetask;

import org.jspecify.annotations.NullMarked;
