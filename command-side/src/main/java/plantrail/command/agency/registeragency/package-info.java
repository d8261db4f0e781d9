@NullMarked
package plantrail.command.agency.registeragency;

import org.jspecify.annotations.NullMarked;
