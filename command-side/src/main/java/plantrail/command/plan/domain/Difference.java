package plantrail.command.plan.domain;

import static java.util.stream.Collectors.toMap;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import plantrail.command.plan.domain.Plan.Mark;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.Item;
import plantrail.kernel.plan.PlanChange.Change;
import plantrail.kernel.plan.PlanChange.Part;
import plantrail.kernel.plan.PlanContent;
import plantrail.kernel.plan.ReportingRule;
import plantrail.kernel.plan.TargetLine;

/** What is other in one version of a plan than in another, part by part. */
public final class Difference {
  private final Map<Mark, Change> changes = new LinkedHashMap<>();

  private Difference() {}

  /** The changed parts in the order of the plan, those withdrawn after the others of their kind. */
  public static Map<Mark, Change> between(PlanContent before, PlanContent after) {
    Difference difference = new Difference();
    difference.of(Part.ITEM, before.items(), after.items(), Item::outline);
    difference.of(Part.ASSIGNMENT, before.assignments(), after.assignments(), AssignmentRule::id);
    difference.of(
        Part.REPORTING_RULE, before.reportingRules(), after.reportingRules(), ReportingRule::id);
    difference.of(Part.TARGET, before.targets(), after.targets(), TargetLine::id);
    return difference.changes;
  }

  private <T> void of(Part part, List<T> before, List<T> after, Function<T, String> id) {
    Map<String, T> old = byId(before, id);
    for (T each : after) {
      T was = old.remove(id.apply(each));
      if (was == null) {
        changes.put(new Mark(part, id.apply(each)), Change.ADDED);
      } else if (!was.equals(each)) {
        changes.put(new Mark(part, id.apply(each)), Change.CHANGED);
      }
    }
    new ArrayList<>(old.keySet())
        .forEach(gone -> changes.put(new Mark(part, gone), Change.WITHDRAWN));
  }

  private static <T> Map<String, T> byId(List<T> parts, Function<T, String> id) {
    return parts.stream().collect(toMap(id, each -> each, (one, other) -> one, LinkedHashMap::new));
  }
}
