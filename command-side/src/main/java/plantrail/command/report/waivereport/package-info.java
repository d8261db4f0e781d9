@NullMarked
package plantrail.command.report.waivereport;

import org.jspecify.annotations.NullMarked;
