package plantrail.query.moves;

/** What a plan or a duty was first given and what can be moved later. */
public enum Moved {
  /** A last timely day: of a duty, or of a reporting rule for its periods to come. */
  DUE,
  /** A measured promise of a plan. */
  TARGET,
  /** The agency that is responsible. */
  OWNER,
  /** What has to be done at all: a part of a plan, a duty, a whole plan. */
  SCOPE
}
