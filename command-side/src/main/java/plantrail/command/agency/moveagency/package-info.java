@NullMarked
package plantrail.command.agency.moveagency;

import org.jspecify.annotations.NullMarked;
