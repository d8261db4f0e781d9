@NullMarked
package plantrail.command.budget.correctdisbursement;

import org.jspecify.annotations.NullMarked;
