/** The register of obstacles. */
@NullMarked
package plantrail.query.obstacles;

import org.jspecify.annotations.NullMarked;
