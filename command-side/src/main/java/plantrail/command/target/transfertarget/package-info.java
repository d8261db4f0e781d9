@NullMarked
package plantrail.command.target.transfertarget;

import org.jspecify.annotations.NullMarked;
