/** The whole system, used as people use it: over HTTP and in a browser. */
@NullMarked
package plantrail.acceptance;

import org.jspecify.annotations.NullMarked;
