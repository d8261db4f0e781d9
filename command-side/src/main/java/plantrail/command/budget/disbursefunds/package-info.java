@NullMarked
package plantrail.command.budget.disbursefunds;

import org.jspecify.annotations.NullMarked;
