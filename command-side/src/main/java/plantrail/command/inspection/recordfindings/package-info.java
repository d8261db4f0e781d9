@NullMarked
package plantrail.command.inspection.recordfindings;

import org.jspecify.annotations.NullMarked;
