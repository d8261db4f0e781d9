@NullMarked
package plantrail.command.report.submitreport;

import org.jspecify.annotations.NullMarked;
