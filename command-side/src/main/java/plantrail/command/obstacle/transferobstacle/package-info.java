@NullMarked
package plantrail.command.obstacle.transferobstacle;

import org.jspecify.annotations.NullMarked;
