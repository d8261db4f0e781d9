@NullMarked
package plantrail.command.task.requestextension;

import org.jspecify.annotations.NullMarked;
