/** Database schemas, each migrated by the side that owns it. */
@NullMarked
package plantrail.platform.schema;

import org.jspecify.annotations.NullMarked;
