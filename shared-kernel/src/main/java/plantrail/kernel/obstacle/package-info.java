/** Events and words of an obstacle (khó khăn, vướng mắc). */
@NullMarked
package plantrail.kernel.obstacle;

import org.jspecify.annotations.NullMarked;
