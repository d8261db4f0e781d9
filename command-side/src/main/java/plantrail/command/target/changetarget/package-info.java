@NullMarked
package plantrail.command.target.changetarget;

import org.jspecify.annotations.NullMarked;
