/** What both sides stand on: event store, messaging, schemas, time. */
@NullMarked
package plantrail.platform;

import org.jspecify.annotations.NullMarked;
