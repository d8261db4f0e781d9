@NullMarked
package plantrail.command.model.registermodel;

import org.jspecify.annotations.NullMarked;
