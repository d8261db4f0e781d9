package plantrail.command.plan.domain;

import plantrail.kernel.plan.PlanEvent;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.PlanStatus;

/** A plan as its record tells. */
public record Plan(PlanIssued issued, PlanStatus status) {
  public static Plan evolve(PlanEvent event) {
    return switch (event) {
      case PlanIssued issued -> new Plan(issued, PlanStatus.IN_FORCE);
    };
  }
}
