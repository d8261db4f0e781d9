@NullMarked
package plantrail.command.plan.reviewplan;

import org.jspecify.annotations.NullMarked;
