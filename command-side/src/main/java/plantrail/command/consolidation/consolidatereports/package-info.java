@NullMarked
package plantrail.command.consolidation.consolidatereports;

import org.jspecify.annotations.NullMarked;
