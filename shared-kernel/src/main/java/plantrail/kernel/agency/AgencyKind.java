package plantrail.kernel.agency;

/** What sort of body an agency is. */
public enum AgencyKind {
  /** Ủy ban nhân dân of a province, district or commune. */
  PEOPLES_COMMITTEE,
  /** Sở, ban, ngành of a province; phòng of a district. */
  DEPARTMENT,
  PARTY_BODY,
  /** The Fatherland Front, socio-political and mass organisations. */
  MASS_ORGANISATION,
  ARMED_FORCE,
  MEDIA,
  TRAINING,
  COUNCIL,
  JUDICIAL,
  /** Any other unit. */
  UNIT
}
