@NullMarked
package plantrail.command.draft.transferdraft;

import org.jspecify.annotations.NullMarked;
