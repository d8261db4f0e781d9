package plantrail.kernel.plan;

/**
 * A heading or clause of a plan. The outline numbers make the tree: {@code II.4} lies under {@code
 * II}.
 *
 * @param outline outline number, parts divided by points, unique within the plan
 * @param title what it is about
 */
public record Item(String outline, String title) {

  /** The outline number of the item above; empty at the top. */
  public String parent() {
    int point = outline.lastIndexOf('.');
    return point < 0 ? "" : outline.substring(0, point);
  }
}
