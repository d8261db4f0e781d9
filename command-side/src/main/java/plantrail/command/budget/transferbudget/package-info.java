@NullMarked
package plantrail.command.budget.transferbudget;

import org.jspecify.annotations.NullMarked;
