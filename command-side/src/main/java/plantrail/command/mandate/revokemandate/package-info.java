@NullMarked
package plantrail.command.mandate.revokemandate;

import org.jspecify.annotations.NullMarked;
