@NullMarked
package plantrail.command.inspection.closeinspection;

import org.jspecify.annotations.NullMarked;
