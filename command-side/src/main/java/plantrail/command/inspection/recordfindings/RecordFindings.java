package plantrail.command.inspection.recordfindings;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.inspection.Findings;
import plantrail.command.inspection.InspectionCommand;
import plantrail.command.inspection.domain.Inspection;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.inspection.InspectionEvent;
import plantrail.kernel.inspection.InspectionId;
import plantrail.kernel.inspection.InspectionPlanned;
import plantrail.kernel.inspection.InspectionRecorded;
import plantrail.kernel.inspection.Recommendation;
import plantrail.kernel.message.Actor;
import plantrail.kernel.workflow.TaskWorkflow;
import plantrail.kernel.workflow.UnderPlan;
import plantrail.kernel.workflow.Workflow;

/**
 * Records what a planned inspection found. Each recommendation becomes a task of the unit.
 *
 * @param findings what was found
 * @param violations what broke a rule
 * @param recommendations what has to be mended, each with its last timely day if one is set
 */
public record RecordFindings(
    @TargetAggregateIdentifier InspectionId inspectionId,
    List<String> findings,
    List<String> violations,
    List<Recommendation> recommendations)
    implements InspectionCommand {

  /** With a recommendation it charges the unit with a task. */
  @Override
  public UnderPlan underPlan(Workflow<?> workflow) {
    return recommendations.isEmpty()
        ? InspectionCommand.super.underPlan(workflow)
        : TaskWorkflow.TABLE.step("assign-task").under();
  }

  @Override
  public List<InspectionEvent> follow(Inspection inspection, Actor actor, Occurrence when) {
    Inspection.Matter matter = inspection.matter();
    String basis = inspection.first() instanceof InspectionPlanned planned ? planned.basis() : null;
    return inspection.take(
        "record-findings",
        new InspectionRecorded(
            inspectionId.value(),
            matter.planId(),
            matter.document(),
            matter.inspector(),
            matter.unit(),
            when.day(),
            basis,
            findings,
            recommendations,
            matter.focal(),
            violations,
            matter.issuer()),
        actor);
  }

  @Override
  public void check(Check check, Inspection inspection) {
    Findings.check(check, inspection.begun(), findings, violations, recommendations);
  }
}
