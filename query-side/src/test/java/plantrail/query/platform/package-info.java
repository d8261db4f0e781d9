/** Tests of what all projections and queries share. */
@NullMarked
package plantrail.query.platform;

import org.jspecify.annotations.NullMarked;
