@NullMarked
package plantrail.command.task.noticetasklapse;

import org.jspecify.annotations.NullMarked;
