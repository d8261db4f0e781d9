package plantrail.query.inspections;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.calendar.Timeliness;
import plantrail.kernel.inspection.InspectionState;
import plantrail.kernel.inspection.Inspector;
import plantrail.kernel.task.TaskProgress;
import plantrail.query.taskboard.TaskView;

/**
 * An inspection of one unit.
 *
 * @param plan identifier of the plan whose carrying out was inspected
 * @param document the plan's number and symbol
 * @param inspector code of the inspecting agency; the unit's own for a self-inspection
 * @param unit code of the inspected agency
 * @param plannedOn day for which it was planned; null if it was recorded without
 * @param happenedOn day on which it took place; null while it is not on record
 * @param team who inspects, the head first
 * @param violations what broke a rule
 * @param note remark on the remedy; null if none
 * @param conclusion what it came to, or why it was called off; null before
 * @param steps commands that the reader may give now, the likely next one first; none for the past
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
    @Nullable LocalDate plannedOn,
    @Nullable LocalDate happenedOn,
    @Nullable String basis,
    List<Inspector> team,
    List<String> findings,
    List<String> violations,
    List<RecommendationView> recommendations,
    InspectionState state,
    @Nullable String note,
    @Nullable String conclusion,
    List<String> steps) {

  InspectionView with(List<RecommendationView> recommendations, List<String> steps) {
    return new InspectionView(
        id,
        plan,
        document,
        inspector,
        inspectorName,
        unit,
        unitName,
        plannedOn,
        happenedOn,
        basis,
        team,
        findings,
        violations,
        recommendations,
        state,
        note,
        conclusion,
        steps);
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

    /** Whether that task is completed or called off. */
    boolean done() {
      return progress == TaskProgress.COMPLETED || progress == TaskProgress.CANCELLED;
    }

    RecommendationView with(@Nullable TaskView assigned) {
      return assigned == null
          ? this
          : new RecommendationView(text, due, task, assigned.progress(), assigned.timeliness());
    }
  }
}
