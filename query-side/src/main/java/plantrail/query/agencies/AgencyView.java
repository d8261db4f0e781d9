package plantrail.query.agencies;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.agency.AgencyState;

/**
 * An agency, with the name and the superior that it has on the day in question.
 *
 * @param code its code, unique for ever
 * @param superior code of the agency above, which is the main successor of one that has ended; of
 *     an agency that is there no more, the one that was above it last; null at the top
 * @param superiorName that agency's name
 * @param validTo last day; null while it exists
 * @param officialCode statistical code of its territory, where there is one
 * @param state how it stands in the registry
 * @param successors codes of those that took over when it ended, the main one first
 * @param basis the document that its end or its last change rests on
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
    @Nullable String officialCode,
    AgencyState state,
    List<String> successors,
    @Nullable String basis) {

  /** The same agency, shown under another one. */
  AgencyView under(AgencyView above) {
    return new AgencyView(
        code,
        name,
        kind,
        level,
        above.code,
        above.name,
        validFrom,
        validTo,
        officialCode,
        state,
        successors,
        basis);
  }
}
