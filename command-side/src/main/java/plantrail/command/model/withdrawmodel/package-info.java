@NullMarked
package plantrail.command.model.withdrawmodel;

import org.jspecify.annotations.NullMarked;
