@NullMarked
package plantrail.command.plan.domain;

import org.jspecify.annotations.NullMarked;
