@NullMarked
package plantrail.command.task.rollupprogress;

import org.jspecify.annotations.NullMarked;
