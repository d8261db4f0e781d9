@NullMarked
package plantrail.command.agency.renameagency;

import org.jspecify.annotations.NullMarked;
