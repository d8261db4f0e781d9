@NullMarked
package plantrail.command.obstacle.answerobstacle;

import org.jspecify.annotations.NullMarked;
