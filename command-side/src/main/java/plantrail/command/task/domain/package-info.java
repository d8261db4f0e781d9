@NullMarked
package plantrail.command.task.domain;

import org.jspecify.annotations.NullMarked;
