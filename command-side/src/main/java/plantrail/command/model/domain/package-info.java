@NullMarked
package plantrail.command.model.domain;

import org.jspecify.annotations.NullMarked;
