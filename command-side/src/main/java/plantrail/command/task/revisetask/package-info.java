@NullMarked
package plantrail.command.task.revisetask;

import org.jspecify.annotations.NullMarked;
