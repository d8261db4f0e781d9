/** What was moved since a plan was issued: days, targets, owners, scope; and who moved it. */
@NullMarked
package plantrail.query.moves;

import org.jspecify.annotations.NullMarked;
