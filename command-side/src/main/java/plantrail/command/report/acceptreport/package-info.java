@NullMarked
package plantrail.command.report.acceptreport;

import org.jspecify.annotations.NullMarked;
