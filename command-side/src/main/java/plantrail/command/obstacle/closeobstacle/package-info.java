@NullMarked
package plantrail.command.obstacle.closeobstacle;

import org.jspecify.annotations.NullMarked;
