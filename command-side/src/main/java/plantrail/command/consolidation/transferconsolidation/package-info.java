@NullMarked
package plantrail.command.consolidation.transferconsolidation;

import org.jspecify.annotations.NullMarked;
