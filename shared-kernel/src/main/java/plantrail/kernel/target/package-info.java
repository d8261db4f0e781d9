/** Events and words of a target (chỉ tiêu). */
@NullMarked
package plantrail.kernel.target;

import org.jspecify.annotations.NullMarked;
