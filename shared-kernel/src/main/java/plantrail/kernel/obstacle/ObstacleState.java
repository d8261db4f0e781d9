package plantrail.kernel.obstacle;

/** How far an obstacle has come on its way to an answer. */
public enum ObstacleState {
  RAISED,
  PASSED_ON,
  ANSWERED,
  CLOSED
}
