@NullMarked
package plantrail.command.report.revisereport;

import org.jspecify.annotations.NullMarked;
