/** Tests of the query side. */
@NullMarked
package plantrail.query;

import org.jspecify.annotations.NullMarked;
