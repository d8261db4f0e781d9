@NullMarked
package plantrail.command.budget.domain;

import org.jspecify.annotations.NullMarked;
