@NullMarked
package plantrail.command.target.domain;

import org.jspecify.annotations.NullMarked;
