@NullMarked
package plantrail.command.agency.splitagency;

import org.jspecify.annotations.NullMarked;
