@NullMarked
package plantrail.command.platform;

import org.jspecify.annotations.NullMarked;
