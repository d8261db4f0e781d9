@NullMarked
package plantrail.command.report.withdrawreport;

import org.jspecify.annotations.NullMarked;
