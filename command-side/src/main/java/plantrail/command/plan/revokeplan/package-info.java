@NullMarked
package plantrail.command.plan.revokeplan;

import org.jspecify.annotations.NullMarked;
