package plantrail.kernel.agency;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * An agency stands under another one from a day on.
 *
 * @param superior code of the agency above it from then on; null at the top
 */
@Revision("1")
public record AgencyMoved(String code, @Nullable String superior, LocalDate effective, String basis)
    implements AgencyChange {}
