/** The command side: decides, and tells the log. */
@NullMarked
package plantrail.command;

import org.jspecify.annotations.NullMarked;
