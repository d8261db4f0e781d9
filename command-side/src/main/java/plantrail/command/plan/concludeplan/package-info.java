@NullMarked
package plantrail.command.plan.concludeplan;

import org.jspecify.annotations.NullMarked;
