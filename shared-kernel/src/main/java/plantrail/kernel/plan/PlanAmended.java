package plantrail.kernel.plan;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;

/**
 * A plan was amended: from here on it says this. What changed is told part by part.
 *
 * @param version which version of the plan this is; the issue is the first
 * @param from day from which it holds, local date
 * @param reason why
 * @param basis document that amends it
 * @param items headings and clauses now
 * @param assignments who does what by when now
 * @param reportingRules who reports when now
 * @param targets what is promised now
 * @param changes what is other than before, each with the clause that it rests on
 */
@Revision("5")
public record PlanAmended(
    String planId,
    int version,
    LocalDate from,
    String reason,
    String basis,
    List<Item> items,
    List<AssignmentRule> assignments,
    List<ReportingRule> reportingRules,
    List<TargetLine> targets,
    List<PlanChange> changes)
    implements PlanEvent {
  public PlanAmended {
    items = List.copyOf(items);
    assignments = List.copyOf(assignments);
    reportingRules = List.copyOf(reportingRules);
    targets = List.copyOf(targets);
    changes = List.copyOf(changes);
  }
}
