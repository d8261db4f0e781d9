/** The register of inspections. */
@NullMarked
package plantrail.query.inspections;

import org.jspecify.annotations.NullMarked;
