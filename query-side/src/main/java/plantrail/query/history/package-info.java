/** Every event, with who, when and why; and the way from moments to positions. */
@NullMarked
package plantrail.query.history;

import org.jspecify.annotations.NullMarked;
