package plantrail.kernel.agency;

/** The tier of government that an agency belongs to. Districts ended on 1 July 2025. */
public enum AgencyLevel {
  CENTRAL,
  PROVINCE,
  DISTRICT,
  COMMUNE
}
