@NullMarked
package plantrail.command.model.recognisemodel;

import org.jspecify.annotations.NullMarked;
