@NullMarked
package plantrail.command.inspection.cancelinspection;

import org.jspecify.annotations.NullMarked;
