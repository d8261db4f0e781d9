/** A target (chỉ tiêu): what is decided. */
@NullMarked
package plantrail.command.target;

import org.jspecify.annotations.NullMarked;
