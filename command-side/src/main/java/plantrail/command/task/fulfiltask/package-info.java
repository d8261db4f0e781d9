@NullMarked
package plantrail.command.task.fulfiltask;

import org.jspecify.annotations.NullMarked;
