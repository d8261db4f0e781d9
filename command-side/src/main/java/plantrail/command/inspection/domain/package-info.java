@NullMarked
package plantrail.command.inspection.domain;

import org.jspecify.annotations.NullMarked;
