@NullMarked
package plantrail.command.model.replicatemodel;

import org.jspecify.annotations.NullMarked;
