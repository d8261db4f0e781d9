package plantrail.query.inspections;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.inspection.InspectionEvent;
import plantrail.kernel.inspection.InspectionRecorded;
import plantrail.kernel.inspection.InspectionState;
import plantrail.kernel.inspection.Recommendation;
import plantrail.kernel.task.TaskId;

/** An inspection as its events leave it. */
record InspectionRow(
    String id,
    String plan,
    String document,
    String inspector,
    String unit,
    LocalDate happenedOn,
    @Nullable String basis,
    List<String> findings,
    List<Advice> recommendations,
    @Nullable String focal,
    InspectionState state) {

  /**
   * A recommendation.
   *
   * @param task identifier of the task that it becomes
   */
  record Advice(String text, @Nullable LocalDate due, String task) {}

  static InspectionRow after(@Nullable InspectionRow row, InspectionEvent event) {
    return switch (event) {
      case InspectionRecorded e ->
          new InspectionRow(
              e.inspectionId(),
              e.planId(),
              e.document(),
              e.inspector(),
              e.unit(),
              e.happenedOn(),
              e.basis(),
              e.findings(),
              IntStream.range(0, e.recommendations().size()).mapToObj(i -> advice(e, i)).toList(),
              e.focal(),
              InspectionState.RECORDED);
    };
  }

  private static Advice advice(InspectionRecorded inspection, int index) {
    Recommendation recommendation = inspection.recommendations().get(index);
    String duty = inspection.inspectionId() + "#" + (index + 1);
    return new Advice(
        recommendation.text(),
        recommendation.due(),
        TaskId.of(inspection.planId(), duty, inspection.unit()).value());
  }
}
