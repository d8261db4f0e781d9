/** The register of models. */
@NullMarked
package plantrail.query.models;

import org.jspecify.annotations.NullMarked;
