package plantrail.kernel.obstacle;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.ContentId;

/** Identifies an obstacle. */
public record ObstacleId(@JsonValue String value) {

  /**
   * The identifier of what one agency says hinders it, for the first time.
   *
   * @param taskId the task that is hindered; null for the plan as a whole
   */
  public static ObstacleId of(String planId, @Nullable String taskId, String agency, String title) {
    return new ObstacleId(
        ContentId.of("obstacle", planId, taskId == null ? "" : taskId, agency, title));
  }

  /** The identifier of the same, raised again after this one was closed. */
  public ObstacleId again() {
    return new ObstacleId(ContentId.of("obstacle", value));
  }

  @Override
  public String toString() {
    return value;
  }
}
