@NullMarked
package plantrail.command.task.returntaskresult;

import org.jspecify.annotations.NullMarked;
