@NullMarked
package plantrail.command.budget.correctallocation;

import org.jspecify.annotations.NullMarked;
