@NullMarked
package plantrail.command.obstacle.raiseobstacle;

import org.jspecify.annotations.NullMarked;
