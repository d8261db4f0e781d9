/** Events and words of the agency registry. */
@NullMarked
package plantrail.kernel.agency;

import org.jspecify.annotations.NullMarked;
