/** Measurements, each as a ratio against a floor in the same run. */
@NullMarked
package plantrail.benchmark;

import org.jspecify.annotations.NullMarked;
