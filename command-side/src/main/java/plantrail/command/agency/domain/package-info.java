@NullMarked
package plantrail.command.agency.domain;

import org.jspecify.annotations.NullMarked;
