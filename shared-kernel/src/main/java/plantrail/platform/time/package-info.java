/** The clock that dates events. */
@NullMarked
package plantrail.platform.time;

import org.jspecify.annotations.NullMarked;
