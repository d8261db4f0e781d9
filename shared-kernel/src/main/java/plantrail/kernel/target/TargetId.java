package plantrail.kernel.target;

import com.fasterxml.jackson.annotation.JsonValue;
import plantrail.kernel.ContentId;

/** Identifies a target. */
public record TargetId(@JsonValue String value) {

  /**
   * The identifier of one target of a plan.
   *
   * @param target the target's own mark, unique within the plan
   */
  public static TargetId of(String planId, String target) {
    return new TargetId(ContentId.of("target", planId, target));
  }

  @Override
  public String toString() {
    return value;
  }
}
