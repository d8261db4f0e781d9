/** Events and words of a budget (kinh phí): money for a plan, allocated and disbursed. */
@NullMarked
package plantrail.kernel.budget;

import org.jspecify.annotations.NullMarked;
