package plantrail.kernel.inspection;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * An inspection of a unit was planned, by a decision or by the year's inspection plan.
 *
 * @param inspectionId see {@link InspectionId}
 * @param planId the plan whose carrying out is to be inspected
 * @param document the plan's number and symbol
 * @param inspector code of the inspecting agency; the unit's own code for a self-inspection
 * @param unit code of the agency to be inspected
 * @param plannedOn day for which it is planned, local date
 * @param basis decision or inspection plan that it rests on
 * @param team who inspects, the head first
 * @param issuer code of the agency that issued the plan
 * @param focal code of the plan's focal agency; null if none
 */
@Revision("1")
public record InspectionPlanned(
    String inspectionId,
    String planId,
    String document,
    String inspector,
    String unit,
    LocalDate plannedOn,
    String basis,
    List<Inspector> team,
    String issuer,
    @Nullable String focal)
    implements InspectionEvent {
  public InspectionPlanned {
    team = List.copyOf(team);
  }
}
