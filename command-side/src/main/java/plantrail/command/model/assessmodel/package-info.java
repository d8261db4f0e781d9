@NullMarked
package plantrail.command.model.assessmodel;

import org.jspecify.annotations.NullMarked;
