/**
 * The published language of PlanTrail: what both sides, and everybody who reads the log, agree on.
 */
@NullMarked
package plantrail.kernel;

import org.jspecify.annotations.NullMarked;
