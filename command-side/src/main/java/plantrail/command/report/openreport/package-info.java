@NullMarked
package plantrail.command.report.openreport;

import org.jspecify.annotations.NullMarked;
