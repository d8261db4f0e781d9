package plantrail.query.targets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.model.ModelState;
import plantrail.kernel.plan.Comparison;
import plantrail.kernel.plan.Product;
import plantrail.kernel.target.Attainment;
import plantrail.kernel.target.TargetState;

/**
 * A target with what was measured, as far as the reader may see it.
 *
 * @param plan identifier of the plan that it belongs to
 * @param document the plan's number and symbol
 * @param target the target's own mark within the plan
 * @param value the value promised now; null if only described
 * @param byWhen last day to reach it now; null if not stated
 * @param originalValue the value promised first
 * @param originalByWhen the first last day
 * @param changes how often the promise was changed
 * @param counts what it counts by itself; null if it is measured
 * @param countsFrom the state from which a model counts; null for built
 * @param state whether it still holds
 * @param measurements what was measured, by agency and day
 * @param attainment how the latest values stand: attained where all of them attain it
 * @param attainedBy how many agencies attain it
 * @param measuredBy how many agencies have a value
 * @param steps what the reader may do now
 */
public record TargetView(
    String id,
    String plan,
    String document,
    String target,
    String indicator,
    Comparison comparison,
    @Nullable BigDecimal value,
    @Nullable String unit,
    @Nullable LocalDate byWhen,
    @Nullable BigDecimal originalValue,
    @Nullable LocalDate originalByWhen,
    int changes,
    @Nullable Product counts,
    @Nullable ModelState countsFrom,
    TargetState state,
    List<MeasurementView> measurements,
    Attainment attainment,
    int attainedBy,
    int measuredBy,
    List<String> steps) {

  /**
   * A value.
   *
   * @param day day to which it belongs, local date
   * @param lastYear the value of the year before; null if not stated
   * @param note further words; null if none
   * @param attainment how it stands against the promise
   */
  public record MeasurementView(
      String agency,
      LocalDate day,
      BigDecimal value,
      @Nullable BigDecimal lastYear,
      @Nullable String note,
      Attainment attainment) {}

  /** The same with these values and what follows from them. */
  TargetView measured(List<TargetRow.Measured> values, List<String> steps) {
    List<MeasurementView> measurements =
        values.stream()
            .map(each ->
                new MeasurementView(
                    each.agency(),
                    each.day(),
                    each.value(),
                    each.lastYear(),
                    each.note(),
                    Attainment.of(comparison, value, each.value(), each.lastYear())))
            .toList();
    Collection<MeasurementView> latest = latest(measurements);
    int attainedBy =
        (int) latest.stream().filter(each -> each.attainment() == Attainment.ATTAINED).count();
    return new TargetView(
        id,
        plan,
        document,
        target,
        indicator,
        comparison,
        value,
        unit,
        byWhen,
        originalValue,
        originalByWhen,
        changes,
        counts,
        countsFrom,
        state,
        measurements,
        attainment(latest.size(), attainedBy),
        attainedBy,
        latest.size(),
        steps);
  }

  private static Collection<MeasurementView> latest(List<MeasurementView> measurements) {
    return measurements.stream()
        .collect(
            Collectors.toMap(
                MeasurementView::agency,
                each -> each,
                (one, other) -> other.day().isBefore(one.day()) ? one : other))
        .values();
  }

  private Attainment attainment(int measuredBy, int attainedBy) {
    if (comparison == Comparison.QUALITATIVE) {
      return Attainment.QUALITATIVE;
    }
    return measuredBy == 0
        ? Attainment.NOT_MEASURED
        : attainedBy == measuredBy ? Attainment.ATTAINED : Attainment.NOT_ATTAINED;
  }
}
