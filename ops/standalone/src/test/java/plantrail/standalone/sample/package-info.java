/** The sample's data hold together. */
@NullMarked
package plantrail.standalone.sample;

import org.jspecify.annotations.NullMarked;
