@NullMarked
package plantrail.command.model.proposemodel;

import org.jspecify.annotations.NullMarked;
