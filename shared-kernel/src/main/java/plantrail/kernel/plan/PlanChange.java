package plantrail.kernel.plan;

/**
 * What an amendment changed of one part of a plan.
 *
 * @param part the kind of part
 * @param id the part's mark within the plan: the outline number of an item, the mark of a rule
 * @param change what became of it
 * @param clause the clause (điều, khoản) of the amending document that says so
 */
public record PlanChange(Part part, String id, Change change, String clause) {

  /** The kinds of parts that an amendment may change. */
  public enum Part {
    ITEM,
    ASSIGNMENT,
    REPORTING_RULE,
    TARGET
  }

  /** What an amendment does to a part. */
  public enum Change {
    ADDED,
    CHANGED,
    WITHDRAWN
  }
}
