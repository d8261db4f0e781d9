@NullMarked
package plantrail.command.mandate.domain;

import org.jspecify.annotations.NullMarked;
