/** Events and words of an inspection. */
@NullMarked
package plantrail.kernel.inspection;

import org.jspecify.annotations.NullMarked;
