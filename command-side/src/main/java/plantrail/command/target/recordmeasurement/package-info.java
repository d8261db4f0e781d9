@NullMarked
package plantrail.command.target.recordmeasurement;

import org.jspecify.annotations.NullMarked;
