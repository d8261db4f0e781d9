@NullMarked
package plantrail.command.mandate;

import org.jspecify.annotations.NullMarked;
