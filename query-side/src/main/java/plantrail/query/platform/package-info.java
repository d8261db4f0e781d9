/** What all projections and queries share: rows that keep their past, moments, scopes, lists. */
@NullMarked
package plantrail.query.platform;

import org.jspecify.annotations.NullMarked;
