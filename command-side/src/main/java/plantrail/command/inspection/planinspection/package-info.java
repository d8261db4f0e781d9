@NullMarked
package plantrail.command.inspection.planinspection;

import org.jspecify.annotations.NullMarked;
