@NullMarked
package plantrail.command.task;

import org.jspecify.annotations.NullMarked;
