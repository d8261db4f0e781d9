package plantrail.kernel.model;

import java.util.Set;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;

/** Kinds of awards, the lower one first. */
public enum AwardKind {
  /** Giấy khen: by a commune, a district, a department. */
  COMMENDATION,
  /** Bằng khen: by a province or a ministry. */
  CERTIFICATE_OF_MERIT;

  /** Bodies of a province that are headed as practice or their own rules ask for a Bằng khen. */
  private static final Set<AgencyKind> PROVINCIAL =
      Set.of(AgencyKind.PEOPLES_COMMITTEE, AgencyKind.PARTY_BODY, AgencyKind.MASS_ORGANISATION);

  /**
   * Whether an agency of that kind and level has the right to grant it: a Bằng khen is granted by
   * heads of central bodies and presidents of provincial People's Committees, and by the province's
   * Party bodies, Front and mass organisations by their own rules (practice); a Giấy khen by heads
   * of agencies, districts and communes (Law on Emulation and Commendation 06/2022/QH15, article
   * 80), and by whoever may grant more (practice).
   */
  public boolean isGrantedBy(AgencyKind kind, AgencyLevel level) {
    return switch (this) {
      case COMMENDATION -> true;
      case CERTIFICATE_OF_MERIT ->
          level == AgencyLevel.CENTRAL
              || level == AgencyLevel.PROVINCE && PROVINCIAL.contains(kind);
    };
  }

  /** Whether it is more than that one. */
  public boolean isAbove(AwardKind other) {
    return compareTo(other) > 0;
  }
}
