@NullMarked
package plantrail.command.obstacle.passonobstacle;

import org.jspecify.annotations.NullMarked;
