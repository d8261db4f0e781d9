@NullMarked
package plantrail.command.plan.openplanyear;

import org.jspecify.annotations.NullMarked;
