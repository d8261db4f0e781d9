@NullMarked
package plantrail.command.inspection.transferinspection;

import org.jspecify.annotations.NullMarked;
