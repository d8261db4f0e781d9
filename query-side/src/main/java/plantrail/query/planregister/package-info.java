/** The register of plans. */
@NullMarked
package plantrail.query.planregister;

import org.jspecify.annotations.NullMarked;
