@NullMarked
package plantrail.command.plan.supersedeplan;

import org.jspecify.annotations.NullMarked;
