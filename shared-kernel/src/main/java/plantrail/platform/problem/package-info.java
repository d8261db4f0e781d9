/** How errors are told: texts in the reader's language, problem documents over HTTP. */
@NullMarked
package plantrail.platform.problem;

import org.jspecify.annotations.NullMarked;
