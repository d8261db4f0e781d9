package plantrail.kernel.model;

/** Kinds of awards. */
public enum AwardKind {
  /** Giấy khen: by a commune, a district, a department. */
  COMMENDATION,
  /** Bằng khen: by a province or a ministry. */
  CERTIFICATE_OF_MERIT
}
