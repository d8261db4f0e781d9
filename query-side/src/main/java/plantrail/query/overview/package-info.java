/** The figures of the dashboards. */
@NullMarked
package plantrail.query.overview;

import org.jspecify.annotations.NullMarked;
