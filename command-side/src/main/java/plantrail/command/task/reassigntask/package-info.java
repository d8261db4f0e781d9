@NullMarked
package plantrail.command.task.reassigntask;

import org.jspecify.annotations.NullMarked;
