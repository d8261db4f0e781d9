@NullMarked
package plantrail.command.agency;

import org.jspecify.annotations.NullMarked;
