/** Obstacles: raised from below, passed upward, answered, closed. */
@NullMarked
package plantrail.command.obstacle;

import org.jspecify.annotations.NullMarked;
