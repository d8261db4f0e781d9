package plantrail.query.agencies;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.agency.AgencyEvent;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.agency.AgencyRegistered;

/** An agency as its events leave it. */
record AgencyRow(
    String code,
    String name,
    AgencyKind kind,
    AgencyLevel level,
    @Nullable String superior,
    LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable String officialCode) {

  static AgencyRow after(@Nullable AgencyRow row, AgencyEvent event) {
    return switch (event) {
      case AgencyRegistered e ->
          new AgencyRow(
              e.code(),
              e.name(),
              e.kind(),
              e.level(),
              e.superior(),
              e.validFrom(),
              e.validTo(),
              e.officialCode());
    };
  }
}
