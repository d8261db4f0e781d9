@NullMarked
package plantrail.command.inspection.begininspection;

import org.jspecify.annotations.NullMarked;
