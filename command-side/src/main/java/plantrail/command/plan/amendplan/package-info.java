@NullMarked
package plantrail.command.plan.amendplan;

import org.jspecify.annotations.NullMarked;
