@NullMarked
package plantrail.command.report.noticereportlapse;

import org.jspecify.annotations.NullMarked;
