package plantrail.kernel.plan;

/** The kinds of reviews of a plan. */
public enum ReviewKind {
  /** Sơ kết. */
  INTERIM,
  /** Tổng kết. */
  FINAL
}
