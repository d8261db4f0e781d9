/** The register of targets. */
@NullMarked
package plantrail.query.targets;

import org.jspecify.annotations.NullMarked;
