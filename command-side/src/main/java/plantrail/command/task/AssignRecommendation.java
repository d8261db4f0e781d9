package plantrail.command.task;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.agency.domain.Agency;
import plantrail.command.platform.Agencies;
import plantrail.command.task.domain.Task;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.inspection.InspectionRecorded;
import plantrail.kernel.inspection.Recommendation;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskId;

/**
 * Charges an inspected unit with one recommendation. Given by the automation alone. The Front and
 * the mass organisations supervise and recommend, they do not order (Law on the Vietnam Fatherland
 * Front, chapter V): what they recommend is a request, which cannot be breached. So is what is
 * recommended to a unit that stands above the inspector, or that the plan's issuer cannot charge.
 *
 * @param number which of the recommendations, from 1
 */
public record AssignRecommendation(InspectionRecorded inspection, int number) {

  @TargetAggregateIdentifier
  public TaskId taskId() {
    return inspection.task(number);
  }

  /** What follows if that actor gives the command. */
  public List<TaskEvent> decide(@Nullable Task task, Actor actor, Agencies agencies) {
    Recommendation recommendation = inspection.recommendations().get(number - 1);
    return Task.charge(
        task,
        new TaskAssigned(
            taskId().value(),
            inspection.planId(),
            inspection.document(),
            inspection.duty(number),
            null,
            recommendation.text(),
            inspection.unit(),
            List.of(isOrder(agencies) ? DutyRole.EXECUTE : DutyRole.REQUEST),
            null,
            recommendation.due(),
            inspection.inspector(),
            inspection.focal(),
            null,
            inspection.inspectionId(),
            inspection.happenedOn(),
            null,
            null),
        actor);
  }

  /** Whether it binds the unit; what that recommends to itself does. */
  private boolean isOrder(Agencies agencies) {
    if (inspection.inspector().equals(inspection.unit())) {
      return true;
    }
    return !isByMassOrganisation(agencies)
        && !unitStandsAbove(agencies)
        && issuerMayCharge(agencies);
  }

  private boolean isByMassOrganisation(Agencies agencies) {
    Agency inspector = agencies.agency(inspection.inspector());
    return inspector != null && inspector.registered().kind() == AgencyKind.MASS_ORGANISATION;
  }

  private boolean unitStandsAbove(Agencies agencies) {
    return agencies
        .superiors(inspection.inspector(), inspection.happenedOn())
        .contains(inspection.unit());
  }

  /** Whether the plan's issuer commands the unit; of an old record that does not name it, yes. */
  private boolean issuerMayCharge(Agencies agencies) {
    String issuer = inspection.issuer();
    return issuer == null || agencies.mayCharge(issuer, inspection.unit(), inspection.happenedOn());
  }
}
