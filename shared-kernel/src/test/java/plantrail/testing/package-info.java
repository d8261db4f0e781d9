/** What the tests of all modules share. */
@NullMarked
package plantrail.testing;

import org.jspecify.annotations.NullMarked;
