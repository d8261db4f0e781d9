/** Plans while they are written, up to their issue. */
@NullMarked
package plantrail.command.draft;

import org.jspecify.annotations.NullMarked;
