/** Events and words of a report: one agency's duty for one period of one reporting rule. */
@NullMarked
package plantrail.kernel.report;

import org.jspecify.annotations.NullMarked;
