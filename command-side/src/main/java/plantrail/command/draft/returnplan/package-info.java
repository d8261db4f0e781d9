@NullMarked
package plantrail.command.draft.returnplan;

import org.jspecify.annotations.NullMarked;
