@NullMarked
package plantrail.command.plan.resumeplan;

import org.jspecify.annotations.NullMarked;
