@NullMarked
package plantrail.command.obstacle.domain;

import org.jspecify.annotations.NullMarked;
