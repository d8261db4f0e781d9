@NullMarked
package plantrail.command.plan.transferplan;

import org.jspecify.annotations.NullMarked;
