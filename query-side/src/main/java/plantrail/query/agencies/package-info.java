/** The registry of agencies. */
@NullMarked
package plantrail.query.agencies;

import org.jspecify.annotations.NullMarked;
