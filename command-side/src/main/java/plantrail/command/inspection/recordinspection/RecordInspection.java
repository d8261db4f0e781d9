package plantrail.command.inspection.recordinspection;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.Command;
import plantrail.command.inspection.Findings;
import plantrail.command.inspection.domain.Inspection;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Check;
import plantrail.command.platform.Concern;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.kernel.inspection.InspectionEvent;
import plantrail.kernel.inspection.InspectionId;
import plantrail.kernel.inspection.InspectionRecorded;
import plantrail.kernel.inspection.Recommendation;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.workflow.InspectionWorkflow;

/**
 * Records an inspection. Each recommendation becomes a task of the unit.
 *
 * @param planId the plan whose carrying out was inspected
 * @param inspector code of the inspecting agency, which is the one acted for
 * @param unit code of the inspected agency; the inspector's own for a self-inspection
 * @param happenedOn day of the inspection, local date
 * @param basis decision or inspection plan that it rests on
 * @param findings what was found
 * @param recommendations what has to be mended, each with its last timely day if one is set
 * @param violations what broke a rule
 */
public record RecordInspection(
    String planId,
    String inspector,
    String unit,
    LocalDate happenedOn,
    @Nullable String basis,
    List<String> findings,
    List<Recommendation> recommendations,
    List<String> violations)
    implements Command {

  @TargetAggregateIdentifier
  public InspectionId inspectionId() {
    return InspectionId.of(planId, inspector, unit, happenedOn);
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
            "record-inspection",
            Inspection.relationsToNew(actor, inspector, unit, happenedOn, plan, agencies));
    plans.demand("record-inspection", plan);
    InspectionRecorded recorded =
        new InspectionRecorded(
            inspectionId().value(),
            planId,
            plan.document(),
            inspector,
            unit,
            happenedOn,
            basis,
            findings,
            recommendations,
            plan.focal(),
            violations,
            plan.issuer());
    if (inspection != null) {
      if (inspection.first().equals(recorded)) {
        return List.of();
      }
      throw Refusal.of(
          RefusalCode.ALREADY_EXISTS, "refusal.inspection-exists", unit, happenedOn.toString());
    }
    check(plan, when.on(happenedOn), agencies);
    return List.of(recorded);
  }

  private void check(PlanIssued plan, Occurrence when, Agencies agencies) {
    Check check = when.check(plan.issueDate()).text(basis, "basis", Check.LINE);
    Concern.check(check, unit, "unit", plan, happenedOn, agencies);
    Findings.check(check, happenedOn, findings, violations, recommendations);
    check.done();
  }
}
