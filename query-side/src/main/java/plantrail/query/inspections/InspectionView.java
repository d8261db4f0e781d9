package plantrail.query.inspections;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.calendar.Timeliness;
import plantrail.kernel.inspection.InspectionState;
import plantrail.kernel.task.TaskProgress;
import plantrail.query.taskboard.TaskView;

/**
 * An inspection of one unit.
 *
 * @param plan identifier of the plan whose carrying out was inspected
 * @param document the plan's number and symbol
 * @param inspector code of the inspecting agency; the unit's own for a self-inspection
 * @param unit code of the inspected agency
 * @param basis decision or inspection plan that it rests on; null if none
 */
public record InspectionView(
    String id,
    String plan,
    String document,
    String inspector,
    @Nullable String inspectorName,
    String unit,
    @Nullable String unitName,
    LocalDate happenedOn,
    @Nullable String basis,
    List<String> findings,
    List<RecommendationView> recommendations,
    InspectionState state) {

  InspectionView with(List<RecommendationView> recommendations) {
    return new InspectionView(
        id,
        plan,
        document,
        inspector,
        inspectorName,
        unit,
        unitName,
        happenedOn,
        basis,
        findings,
        recommendations,
        state);
  }

  /**
   * What the unit has to mend.
   *
   * @param task identifier of the task that it became
   * @param progress how far that task has come; null until it is assigned
   * @param timeliness how that task stands against its last timely day; null until it is assigned
   */
  public record RecommendationView(
      String text,
      @Nullable LocalDate due,
      String task,
      @Nullable TaskProgress progress,
      @Nullable Timeliness timeliness) {

    RecommendationView with(@Nullable TaskView assigned) {
      return assigned == null
          ? this
          : new RecommendationView(text, due, task, assigned.progress(), assigned.timeliness());
    }
  }
}
