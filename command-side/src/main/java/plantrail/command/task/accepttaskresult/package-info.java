@NullMarked
package plantrail.command.task.accepttaskresult;

import org.jspecify.annotations.NullMarked;
