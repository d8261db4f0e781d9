package plantrail.query.agencies;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;

/**
 * An agency.
 *
 * @param code its code, unique for ever
 * @param superior code of the agency above; null at the top
 * @param superiorName that agency's name
 * @param validTo last day; null while it exists
 * @param officialCode statistical code of its territory, where there is one
 */
public record AgencyView(
    String code,
    String name,
    AgencyKind kind,
    AgencyLevel level,
    @Nullable String superior,
    @Nullable String superiorName,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable String officialCode) {}
