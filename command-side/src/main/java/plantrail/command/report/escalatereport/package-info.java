@NullMarked
package plantrail.command.report.escalatereport;

import org.jspecify.annotations.NullMarked;
