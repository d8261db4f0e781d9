package plantrail.kernel.agency;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * An agency entered the registry.
 *
 * @param code its code here: unique for ever, unlike official codes, which have been reused
 * @param name official name in Vietnamese
 * @param superior code of the agency above; null at the top
 * @param validFrom first day of its existence, as far as the registry is concerned
 * @param validTo last day, where its end is known; null while it exists
 * @param officialCode the statistical code of the territory, where there is one; unique only
 *     together with the time of validity
 */
@Revision("1")
public record AgencyRegistered(
    String code,
    String name,
    AgencyKind kind,
    AgencyLevel level,
    @Nullable String superior,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable String officialCode)
    implements AgencyEvent {}
