@NullMarked
package plantrail.command.report.urgereport;

import org.jspecify.annotations.NullMarked;
