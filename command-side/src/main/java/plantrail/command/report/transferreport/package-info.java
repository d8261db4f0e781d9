@NullMarked
package plantrail.command.report.transferreport;

import org.jspecify.annotations.NullMarked;
