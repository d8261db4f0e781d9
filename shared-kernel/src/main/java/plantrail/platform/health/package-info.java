/** What an operator watches: is the event store there, and does every reader keep up. */
@NullMarked
package plantrail.platform.health;

import org.jspecify.annotations.NullMarked;
