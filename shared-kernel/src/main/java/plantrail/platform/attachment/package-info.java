/** Files that belong to what was handed in, kept beside the log under their hashes. */
@NullMarked
package plantrail.platform.attachment;

import org.jspecify.annotations.NullMarked;
