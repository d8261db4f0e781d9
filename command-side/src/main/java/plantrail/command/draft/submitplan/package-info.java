@NullMarked
package plantrail.command.draft.submitplan;

import org.jspecify.annotations.NullMarked;
