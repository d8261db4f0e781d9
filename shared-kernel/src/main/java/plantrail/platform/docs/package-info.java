/** How what may be asked and commanded over HTTP is documented in OpenAPI. */
@NullMarked
package plantrail.platform.docs;

import org.jspecify.annotations.NullMarked;
