@NullMarked
package plantrail.command.model.buildmodel;

import org.jspecify.annotations.NullMarked;
