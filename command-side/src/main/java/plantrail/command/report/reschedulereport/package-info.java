@NullMarked
package plantrail.command.report.reschedulereport;

import org.jspecify.annotations.NullMarked;
