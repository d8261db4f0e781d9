package plantrail.kernel.agency;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * An agency is called otherwise from a day on.
 *
 * @param name its official name from then on
 */
@Revision("1")
public record AgencyRenamed(String code, String name, LocalDate effective, String basis)
    implements AgencyChange {}
