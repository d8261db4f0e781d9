/** The national registry of agencies, loaded at the operator's choice. */
@NullMarked
package plantrail.standalone.registry;

import org.jspecify.annotations.NullMarked;
