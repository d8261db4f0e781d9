/** The clock: what the system says about duties by itself as time goes on. */
@NullMarked
package plantrail.command.clock;

import org.jspecify.annotations.NullMarked;
