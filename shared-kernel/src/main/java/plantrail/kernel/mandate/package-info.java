/** Events and words of a mandate: a person's leave to act for an agency that is not their own. */
@NullMarked
package plantrail.kernel.mandate;

import org.jspecify.annotations.NullMarked;
