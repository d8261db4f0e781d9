@NullMarked
package plantrail.command.consolidation.domain;

import org.jspecify.annotations.NullMarked;
