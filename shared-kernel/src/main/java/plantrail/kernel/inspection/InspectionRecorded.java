package plantrail.kernel.inspection;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.task.TaskId;

/**
 * A unit was inspected.
 *
 * @param inspectionId see {@link InspectionId}
 * @param planId the plan whose carrying out was inspected
 * @param document the plan's number and symbol
 * @param inspector code of the inspecting agency; the unit's own code for a self-inspection
 * @param unit code of the inspected agency
 * @param happenedOn day of the inspection, local date
 * @param basis decision or inspection plan that it rests on; null if none
 * @param findings what was found, in order
 * @param recommendations what has to be mended, in order
 * @param focal code of the plan's focal agency; null if none
 * @param violations what broke a rule, in order
 * @param issuer code of the agency that issued the plan; null in records of an earlier revision
 */
@Revision("2")
public record InspectionRecorded(
    String inspectionId,
    String planId,
    String document,
    String inspector,
    String unit,
    LocalDate happenedOn,
    @Nullable String basis,
    List<String> findings,
    List<Recommendation> recommendations,
    @Nullable String focal,
    List<String> violations,
    @Nullable String issuer)
    implements InspectionEvent {
  public InspectionRecorded {
    findings = List.copyOf(findings);
    recommendations = List.copyOf(recommendations);
    violations = List.copyOf(violations);
  }

  /** Mark of the duty that a recommendation becomes; they are numbered from 1. */
  public String duty(int number) {
    return inspectionId + "#" + number;
  }

  /** The unit's task that a recommendation becomes; they are numbered from 1. */
  public TaskId task(int number) {
    return TaskId.of(planId, duty(number), unit);
  }
}
