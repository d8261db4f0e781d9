@NullMarked
package plantrail.command.model.transfermodel;

import org.jspecify.annotations.NullMarked;
