@NullMarked
package plantrail.command.automation;

import org.jspecify.annotations.NullMarked;
