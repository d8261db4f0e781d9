@NullMarked
package plantrail.command.consolidation.renewconsolidation;

import org.jspecify.annotations.NullMarked;
