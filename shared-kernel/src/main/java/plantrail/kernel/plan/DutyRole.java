package plantrail.kernel.plan;

import java.util.List;

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
  REQUEST;

  /**
   * Whether a duty in which its agency has these parts is a request: its day may pass without any
   * breach (practice: the Front and associations follow no order of the administration).
   */
  public static boolean isRequest(List<DutyRole> roles) {
    return roles.contains(REQUEST);
  }
}
