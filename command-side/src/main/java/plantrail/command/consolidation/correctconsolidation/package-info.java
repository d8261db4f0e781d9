@NullMarked
package plantrail.command.consolidation.correctconsolidation;

import org.jspecify.annotations.NullMarked;
