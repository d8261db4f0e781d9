/** Files that belong to what was handed in. */
@NullMarked
package plantrail.kernel.attachment;

import org.jspecify.annotations.NullMarked;
