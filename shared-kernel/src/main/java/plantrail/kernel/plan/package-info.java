/** Events and words of a plan: its items, who owes what by when, and what it cites. */
@NullMarked
package plantrail.kernel.plan;

import org.jspecify.annotations.NullMarked;
