package plantrail.command.inspection.planinspection;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.Command;
import plantrail.command.inspection.domain.Inspection;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.kernel.inspection.InspectionEvent;
import plantrail.kernel.inspection.InspectionId;
import plantrail.kernel.inspection.InspectionPlanned;
import plantrail.kernel.inspection.InspectionState;
import plantrail.kernel.inspection.Inspector;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.NotEmpty;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.workflow.InspectionWorkflow;

/**
 * Plans the inspection of a unit. A unit that plans to inspect itself names itself as inspector.
 *
 * @param planId the plan whose carrying out is to be inspected
 * @param inspector code of the inspecting agency, which is the one acted for
 * @param unit code of the agency to be inspected
 * @param plannedOn day for which it is planned, local date
 * @param basis decision or inspection plan that it rests on
 * @param team who inspects, the head first
 */
public record PlanInspection(
    String planId,
    String inspector,
    String unit,
    LocalDate plannedOn,
    String basis,
    @NotEmpty List<Inspector> team)
    implements Command {

  @TargetAggregateIdentifier
  public InspectionId inspectionId() {
    return InspectionId.of(planId, inspector, unit, plannedOn);
  }

  public List<InspectionEvent> decide(
      @Nullable Inspection inspection,
      Actor actor,
      Occurrence when,
      Plans plans,
      Agencies agencies) {
    PlanIssued plan = plans.get(planId);
    InspectionWorkflow.TABLE
        .at(plan.workflows())
        .permit(
            "plan-inspection",
            Inspection.relationsToNew(actor, inspector, unit, plannedOn, plan, agencies));
    plans.demand("plan-inspection", plan);
    InspectionPlanned planned =
        new InspectionPlanned(
            inspectionId().value(),
            planId,
            plan.document(),
            inspector,
            unit,
            plannedOn,
            basis,
            team,
            plan.issuer(),
            plan.focal());
    if (inspection != null) {
      if (inspection.first().equals(planned) && inspection.state() != InspectionState.CANCELLED) {
        return List.of();
      }
      throw Refusal.of(
          RefusalCode.ALREADY_EXISTS, "refusal.inspection-exists", unit, plannedOn.toString());
    }
    check(plan, when, agencies);
    return List.of(planned);
  }

  private void check(PlanIssued plan, Occurrence when, Agencies agencies) {
    Check check =
        when.check(plan.issueDate())
            .agency(unit, "unit", agencies, plannedOn)
            .that(
                !plannedOn.isBefore(plan.issueDate()),
                "plannedOn",
                "field.before-issue",
                plannedOn.toString(),
                plan.issueDate().toString())
            .text(basis, "basis", Check.LINE);
    for (int i = 0; i < team.size(); i++) {
      check
          .text(team.get(i).name(), "team[" + i + "].name", Check.LINE)
          .text(team.get(i).position(), "team[" + i + "].position", Check.LINE);
    }
    check.done();
  }
}
