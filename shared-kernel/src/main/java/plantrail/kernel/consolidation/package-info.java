/** Consolidations: what came in of one report from many agencies, made one and sent on. */
@NullMarked
package plantrail.kernel.consolidation;

import org.jspecify.annotations.NullMarked;
