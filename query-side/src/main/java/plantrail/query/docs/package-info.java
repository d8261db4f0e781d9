/** The documentation of the queries over HTTP. */
@NullMarked
package plantrail.query.docs;

import org.jspecify.annotations.NullMarked;
