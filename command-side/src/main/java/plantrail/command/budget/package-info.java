/** A budget (kinh phí): what is decided. */
@NullMarked
package plantrail.command.budget;

import org.jspecify.annotations.NullMarked;
