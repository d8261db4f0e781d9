/** The event store on PostgreSQL: append, number, read; nothing is ever skipped. */
@NullMarked
package plantrail.platform.store;

import org.jspecify.annotations.NullMarked;
