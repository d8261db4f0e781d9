/** Events and words of a task: one duty of one responsible agency. */
@NullMarked
package plantrail.kernel.task;

import org.jspecify.annotations.NullMarked;
