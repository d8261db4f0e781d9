@NullMarked
package plantrail.command.agency.mergeagencies;

import org.jspecify.annotations.NullMarked;
