/** Files that belong to what was handed in. */
@NullMarked
package plantrail.query.attachments;

import org.jspecify.annotations.NullMarked;
