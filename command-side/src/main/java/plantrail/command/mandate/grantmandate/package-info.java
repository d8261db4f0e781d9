@NullMarked
package plantrail.command.mandate.grantmandate;

import org.jspecify.annotations.NullMarked;
