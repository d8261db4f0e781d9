@NullMarked
package plantrail.command.report.returnreport;

import org.jspecify.annotations.NullMarked;
