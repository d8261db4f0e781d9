package plantrail.query.pages;

import java.util.List;
import plantrail.query.planregister.PlanAnswer;

/**
 * A plan's item with those below it.
 *
 * @param item the item, with the counts of its own tasks and those below
 * @param below the items directly below, in the plan's order
 */
public record DutyTree(PlanAnswer.ItemView item, List<DutyTree> below) {

  /** The trees of a plan's top items. */
  static List<DutyTree> of(List<PlanAnswer.ItemView> items) {
    return under("", items);
  }

  private static List<DutyTree> under(String parent, List<PlanAnswer.ItemView> items) {
    return items.stream()
        .filter(each -> each.parent().equals(parent))
        .map(each -> new DutyTree(each, under(each.outline(), items)))
        .toList();
  }
}
