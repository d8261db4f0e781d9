/** The reports that are owed, as a list and as a matrix of agencies by periods. */
@NullMarked
package plantrail.query.reportmatrix;

import org.jspecify.annotations.NullMarked;
