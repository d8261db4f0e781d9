@NullMarked
package plantrail.command.target.withdrawtarget;

import org.jspecify.annotations.NullMarked;
