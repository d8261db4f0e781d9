@NullMarked
package plantrail.command.task.grantextension;

import org.jspecify.annotations.NullMarked;
