@NullMarked
package plantrail.command.report.remindreport;

import org.jspecify.annotations.NullMarked;
