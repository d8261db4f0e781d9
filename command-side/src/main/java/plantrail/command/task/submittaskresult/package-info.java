@NullMarked
package plantrail.command.task.submittaskresult;

import org.jspecify.annotations.NullMarked;
