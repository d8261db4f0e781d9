/** Who is signed in, and for which agency they act. */
@NullMarked
package plantrail.platform.access;

import org.jspecify.annotations.NullMarked;
