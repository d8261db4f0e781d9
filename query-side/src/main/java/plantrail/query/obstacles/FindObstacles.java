package plantrail.query.obstacles;

import org.jspecify.annotations.Nullable;
import plantrail.kernel.message.Actor;
import plantrail.kernel.obstacle.ObstacleState;
import plantrail.query.platform.Paging;
import plantrail.query.platform.When;

/** Which obstacles there are. Answered with an {@link ObstaclePage}. */
public record FindObstacles(Actor reader, When when, Filter filter, Paging paging) {

  /**
   * All that is given must hold.
   *
   * @param plan identifier of the plan
   * @param task identifier of the task that is hindered
   * @param agency code of the agency that raised it or has it
   * @param state how far it has come
   */
  public record Filter(
      @Nullable String plan,
      @Nullable String task,
      @Nullable String agency,
      @Nullable ObstacleState state) {

    /** Those of one plan. */
    public static Filter ofPlan(String plan) {
      return new Filter(plan, null, null, null);
    }
  }
}
