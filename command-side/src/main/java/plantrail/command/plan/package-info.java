@NullMarked
package plantrail.command.plan;

import org.jspecify.annotations.NullMarked;
