@NullMarked
package plantrail.command.report.domain;

import org.jspecify.annotations.NullMarked;
