@NullMarked
package plantrail.command.report;

import org.jspecify.annotations.NullMarked;
