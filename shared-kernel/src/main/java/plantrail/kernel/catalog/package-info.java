/** The catalogue of events: which logical name and revision stands for which record. */
@NullMarked
package plantrail.kernel.catalog;

import org.jspecify.annotations.NullMarked;
