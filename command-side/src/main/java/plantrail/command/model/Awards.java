package plantrail.command.model;

import plantrail.command.agency.domain.Agency;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Check;
import plantrail.kernel.model.AwardKind;

/** What is asked of an award by its grant and its proposal alike. */
public final class Awards {
  private Awards() {}

  /** Notes an award as faulty to which that agency has no right. */
  public static Check check(Check check, AwardKind award, String by, Agencies agencies) {
    Agency agency = agencies.agency(by);
    return check.that(
        agency != null
            && award.isGrantedBy(agency.registered().kind(), agency.registered().level()),
        "award",
        "field.not-theirs-to-grant",
        "@award." + award,
        by);
  }
}
