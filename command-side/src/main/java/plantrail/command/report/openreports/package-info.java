@NullMarked
package plantrail.command.report.openreports;

import org.jspecify.annotations.NullMarked;
