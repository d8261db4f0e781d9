/** The workflows as data: which step leads where, and who may take it. */
@NullMarked
package plantrail.kernel.workflow;

import org.jspecify.annotations.NullMarked;
