@NullMarked
package plantrail.command.task.refuseextension;

import org.jspecify.annotations.NullMarked;
