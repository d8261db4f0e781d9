@NullMarked
package plantrail.command.budget.allocatebudget;

import org.jspecify.annotations.NullMarked;
