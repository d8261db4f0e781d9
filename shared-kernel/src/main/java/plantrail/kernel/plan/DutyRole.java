package plantrail.kernel.plan;

/** The part that an agency has in a duty. */
public enum DutyRole {
  /** Chủ trì. */
  LEAD,
  /** Phối hợp. */
  COORDINATE,
  /** Tham mưu. */
  ADVISE,
  /** Đầu mối, tổng hợp, giúp: watches over the plan and consolidates. */
  FOCAL,
  /**
   * Thực hiện, and all that is done in carrying out: directing, guiding, monitoring, inspecting.
   */
  EXECUTE,
  /** Đề nghị: put to bodies that cannot be ordered; reminded, but never in breach. */
  REQUEST
}
