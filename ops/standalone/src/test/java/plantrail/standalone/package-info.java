/** The whole system as a process of its own. */
@NullMarked
package plantrail.standalone;

import org.jspecify.annotations.NullMarked;
