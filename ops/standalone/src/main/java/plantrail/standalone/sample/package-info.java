/** The sample: real plans, played through real commands under a clock of the past. */
@NullMarked
package plantrail.standalone.sample;

import org.jspecify.annotations.NullMarked;
