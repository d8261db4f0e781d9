package plantrail.query.inspections;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.inspection.InspectionBegun;
import plantrail.kernel.inspection.InspectionCancelled;
import plantrail.kernel.inspection.InspectionClosed;
import plantrail.kernel.inspection.InspectionEvent;
import plantrail.kernel.inspection.InspectionPlanned;
import plantrail.kernel.inspection.InspectionRecorded;
import plantrail.kernel.inspection.InspectionState;
import plantrail.kernel.inspection.InspectionTransferred;
import plantrail.kernel.inspection.Inspector;
import plantrail.kernel.inspection.Recommendation;
import plantrail.kernel.inspection.RemedyConfirmed;

/**
 * An inspection as its events leave it.
 *
 * @param plannedOn day for which it was planned; null if it was recorded without
 * @param happenedOn day on which it took place; null while it is not on record
 * @param team who inspects, the head first
 * @param note remark on the remedy; null if none
 * @param conclusion what it came to, or why it was called off; null before
 */
record InspectionRow(
    String id,
    String plan,
    String document,
    String inspector,
    String unit,
    @Nullable LocalDate plannedOn,
    @Nullable LocalDate happenedOn,
    @Nullable String basis,
    List<Inspector> team,
    List<String> findings,
    List<String> violations,
    List<Advice> recommendations,
    @Nullable String issuer,
    @Nullable String focal,
    InspectionState state,
    @Nullable String note,
    @Nullable String conclusion) {

  /**
   * A recommendation.
   *
   * @param task identifier of the task that it becomes
   */
  record Advice(String text, @Nullable LocalDate due, String task) {}

  static InspectionRow after(@Nullable InspectionRow row, InspectionEvent event) {
    return switch (event) {
      case InspectionPlanned e ->
          new InspectionRow(
              e.inspectionId(),
              e.planId(),
              e.document(),
              e.inspector(),
              e.unit(),
              e.plannedOn(),
              null,
              e.basis(),
              e.team(),
              List.of(),
              List.of(),
              List.of(),
              e.issuer(),
              e.focal(),
              InspectionState.PLANNED,
              null,
              null);
      case InspectionRecorded e ->
          new InspectionRow(
              e.inspectionId(),
              e.planId(),
              e.document(),
              e.inspector(),
              e.unit(),
              row == null ? null : row.plannedOn(),
              e.happenedOn(),
              e.basis(),
              row == null ? List.of() : row.team(),
              e.findings(),
              e.violations(),
              IntStream.range(0, e.recommendations().size()).mapToObj(i -> advice(e, i)).toList(),
              e.issuer(),
              e.focal(),
              InspectionState.RECORDED,
              null,
              null);
      case InspectionBegun e -> begun(row, e).with(InspectionState.UNDER_WAY, null, null);
      case RemedyConfirmed e -> begun(row, e).with(InspectionState.REMEDIED, e.note(), null);
      case InspectionTransferred e -> begun(row, e).transferred(e);
      case InspectionClosed e ->
          begun(row, e).with(InspectionState.CLOSED, begun(row, e).note(), e.conclusion());
      case InspectionCancelled e -> begun(row, e).with(InspectionState.CANCELLED, null, e.reason());
    };
  }

  private static InspectionRow begun(@Nullable InspectionRow row, InspectionEvent event) {
    return Objects.requireNonNull(row, () -> "Neither planned nor recorded: " + event);
  }

  private InspectionRow transferred(InspectionTransferred event) {
    return new InspectionRow(
        id,
        plan,
        document,
        event.inPlaceOf(inspector),
        event.inPlaceOf(unit),
        plannedOn,
        happenedOn,
        basis,
        team,
        findings,
        violations,
        recommendations,
        issuer == null ? null : event.inPlaceOf(issuer),
        focal == null ? null : event.inPlaceOf(focal),
        state,
        note,
        conclusion);
  }

  private InspectionRow with(
      InspectionState state, @Nullable String note, @Nullable String conclusion) {
    return new InspectionRow(
        id,
        plan,
        document,
        inspector,
        unit,
        plannedOn,
        happenedOn,
        basis,
        team,
        findings,
        violations,
        recommendations,
        issuer,
        focal,
        state,
        note,
        conclusion);
  }

  private static Advice advice(InspectionRecorded inspection, int index) {
    Recommendation recommendation = inspection.recommendations().get(index);
    return new Advice(
        recommendation.text(), recommendation.due(), inspection.task(index + 1).value());
  }
}
