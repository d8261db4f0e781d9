@NullMarked
package plantrail.command.target.correctmeasurement;

import org.jspecify.annotations.NullMarked;
