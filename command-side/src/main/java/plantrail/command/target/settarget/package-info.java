@NullMarked
package plantrail.command.target.settarget;

import org.jspecify.annotations.NullMarked;
