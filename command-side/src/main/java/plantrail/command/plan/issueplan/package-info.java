@NullMarked
package plantrail.command.plan.issueplan;

import org.jspecify.annotations.NullMarked;
