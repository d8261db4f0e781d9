/** Rules for the whole of the code. */
@NullMarked
package plantrail;

import org.jspecify.annotations.NullMarked;
