@NullMarked
package plantrail.command.plan.suspendplan;

import org.jspecify.annotations.NullMarked;
