@NullMarked
package plantrail.command.model.declineproposal;

import org.jspecify.annotations.NullMarked;
