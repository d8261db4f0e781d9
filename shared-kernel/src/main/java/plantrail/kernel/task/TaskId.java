package plantrail.kernel.task;

import com.fasterxml.jackson.annotation.JsonValue;
import plantrail.kernel.ContentId;

/** Identifies a task. */
public record TaskId(@JsonValue String value) {

  /**
   * The identifier of one agency's task for one duty of a plan.
   *
   * @param duty the assignment rule's mark, or another mark unique within the plan
   */
  public static TaskId of(String planId, String duty, String agency) {
    return new TaskId(ContentId.of("task", planId, duty, agency));
  }

  @Override
  public String toString() {
    return value;
  }
}
