/** Mandates: who may act for an agency that is not their own. */
@NullMarked
package plantrail.command.mandate;

import org.jspecify.annotations.NullMarked;
