/** Both sides and their database in one JVM. */
@NullMarked
package plantrail.standalone;

import org.jspecify.annotations.NullMarked;
