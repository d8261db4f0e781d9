@NullMarked
package plantrail.command.draft.domain;

import org.jspecify.annotations.NullMarked;
