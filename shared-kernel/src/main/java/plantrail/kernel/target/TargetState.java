package plantrail.kernel.target;

/** The states of a target. Whether it is attained is no state: it is computed, see Attainment. */
public enum TargetState {
  SET,
  WITHDRAWN
}
