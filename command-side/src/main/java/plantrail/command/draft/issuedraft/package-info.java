@NullMarked
package plantrail.command.draft.issuedraft;

import org.jspecify.annotations.NullMarked;
