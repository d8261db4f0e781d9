@NullMarked
package plantrail.command.task.reportprogress;

import org.jspecify.annotations.NullMarked;
