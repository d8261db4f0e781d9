@NullMarked
package plantrail.command.inspection;

import org.jspecify.annotations.NullMarked;
