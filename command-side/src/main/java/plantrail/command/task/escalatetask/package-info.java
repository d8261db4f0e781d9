@NullMarked
package plantrail.command.task.escalatetask;

import org.jspecify.annotations.NullMarked;
