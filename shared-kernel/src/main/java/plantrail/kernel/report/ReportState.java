package plantrail.kernel.report;

/** How far a report has come. */
public enum ReportState {
  /** Owed. */
  OPEN,
  /** Handed in, awaits acceptance. */
  SUBMITTED,
  /** Sent back for correction: owed again. */
  RETURNED,
  ACCEPTED,
  /** The agency was let off it. */
  WAIVED,
  /** The plan no longer asks for it. */
  WITHDRAWN
}
