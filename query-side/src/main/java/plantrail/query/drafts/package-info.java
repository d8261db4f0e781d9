/** Plans while they are written. */
@NullMarked
package plantrail.query.drafts;

import org.jspecify.annotations.NullMarked;
