/** The query side: projections of the log, and the answers drawn from them. */
@NullMarked
package plantrail.query;

import org.jspecify.annotations.NullMarked;
