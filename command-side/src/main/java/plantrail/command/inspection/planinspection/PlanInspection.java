package plantrail.command.inspection.planinspection;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.Command;
import plantrail.command.inspection.domain.Inspection;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Check;
import plantrail.command.platform.Concern;
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
 * Plans what one decision orders: the inspection of a unit, or of several by the same team on the
 * same day. Each unit's is an inspection of its own, with findings, recommendations and an end of
 * its own, and is known as one that was planned alone; either all are planned or none (practice). A
 * unit that plans to inspect itself names itself as inspector.
 *
 * @param planId the plan whose carrying out is to be inspected
 * @param inspector code of the inspecting agency, which is the one acted for
 * @param unit code of the agency to be inspected
 * @param plannedOn day for which it is planned, local date
 * @param basis decision or inspection plan that it rests on
 * @param team who inspects, the head first
 * @param alsoAt codes of the other agencies to be inspected by that decision, each once
 */
public record PlanInspection(
    String planId,
    String inspector,
    String unit,
    LocalDate plannedOn,
    String basis,
    @NotEmpty List<Inspector> team,
    List<String> alsoAt)
    implements Command {

  /** Plans the inspection of one unit alone. */
  public PlanInspection(
      String planId,
      String inspector,
      String unit,
      LocalDate plannedOn,
      String basis,
      List<Inspector> team) {
    this(planId, inspector, unit, plannedOn, basis, team, List.of());
  }

  @TargetAggregateIdentifier
  public InspectionId inspectionId() {
    return InspectionId.of(planId, inspector, unit, plannedOn);
  }

  /** What is planned at each unit, the first one first; that names what is faulty in all. */
  public List<PlanInspection> ofEachUnit() {
    return Stream.concat(
            Stream.of(this),
            alsoAt.stream()
                .map(code -> new PlanInspection(planId, inspector, code, plannedOn, basis, team)))
        .toList();
  }

  /** The inspection of the first unit. */
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
            .that(
                !plannedOn.isBefore(plan.issueDate()),
                "plannedOn",
                "field.before-issue",
                plannedOn.toString(),
                plan.issueDate().toString())
            .text(basis, "basis", Check.LINE);
    Concern.check(check, unit, "unit", plan, plannedOn, agencies);
    for (int i = 0; i < team.size(); i++) {
      check
          .text(team.get(i).name(), "team[" + i + "].name", Check.LINE)
          .text(team.get(i).position(), "team[" + i + "].position", Check.LINE);
    }
    for (int i = 0; i < alsoAt.size(); i++) {
      String code = alsoAt.get(i);
      String field = "alsoAt[" + i + "]";
      Concern.check(check, code, field, plan, plannedOn, agencies);
      check.that(!code.equals(unit) && alsoAt.indexOf(code) == i, field, "field.twice", code);
    }
    check.done();
  }
}
