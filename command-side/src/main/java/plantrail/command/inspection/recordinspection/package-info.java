@NullMarked
package plantrail.command.inspection.recordinspection;

import org.jspecify.annotations.NullMarked;
