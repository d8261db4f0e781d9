@NullMarked
package plantrail.command.consolidation.forwardconsolidation;

import org.jspecify.annotations.NullMarked;
