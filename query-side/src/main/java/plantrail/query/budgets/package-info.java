/** The register of budgets. */
@NullMarked
package plantrail.query.budgets;

import org.jspecify.annotations.NullMarked;
