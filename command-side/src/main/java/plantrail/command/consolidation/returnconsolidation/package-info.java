@NullMarked
package plantrail.command.consolidation.returnconsolidation;

import org.jspecify.annotations.NullMarked;
