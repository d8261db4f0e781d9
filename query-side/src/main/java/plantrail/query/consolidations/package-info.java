/** What channel agencies made of the reports that came in through them. */
@NullMarked
package plantrail.query.consolidations;

import org.jspecify.annotations.NullMarked;
