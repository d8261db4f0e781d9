@NullMarked
package plantrail.command.agency.dissolveagency;

import org.jspecify.annotations.NullMarked;
