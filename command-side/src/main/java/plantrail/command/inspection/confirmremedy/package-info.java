@NullMarked
package plantrail.command.inspection.confirmremedy;

import org.jspecify.annotations.NullMarked;
