@NullMarked
package plantrail.command.draft.draftplan;

import org.jspecify.annotations.NullMarked;
