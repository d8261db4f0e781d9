@NullMarked
package plantrail.command.draft.reviseplan;

import org.jspecify.annotations.NullMarked;
