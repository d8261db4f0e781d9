package plantrail.query.targets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.message.Counted;
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
 * @param originalComparison how a value was held against it first
 * @param originalValue the value promised first
 * @param originalByWhen the first last day
 * @param changes how often the promise was changed
 * @param counts what it counts by itself; null if it is measured
 * @param countsFrom the state from which a model counts; null for built
 * @param originalCounts what it counted by itself first; null if it was measured
 * @param originalCountsFrom the state from which a model counted first; null for built
 * @param state whether it still holds
 * @param measurements what was measured, by agency and day
 * @param attainment how it stands: attained where every agency that was measured attains it, and so
 *     was every one that is to be measured; late where one of them does so only by a value of a day
 *     after the last one. Where the promise names agencies, what was measured elsewhere is shown
 *     and decides nothing
 * @param originalAttainment the same against what was promised first, of whom it was promised then
 * @param attainedBy how many agencies attain it, in time or not
 * @param attainedLateBy how many of them late
 * @param measuredBy how many agencies of which it is promised have a value
 * @param notMeasured codes of the agencies that are to be measured and have none yet
 * @param originallyNotMeasured the same of those that were to be measured first
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
    Comparison originalComparison,
    @Nullable BigDecimal originalValue,
    @Nullable LocalDate originalByWhen,
    int changes,
    @Counted @Nullable Product counts,
    @Counted @Nullable ModelState countsFrom,
    @Counted @Nullable Product originalCounts,
    @Counted @Nullable ModelState originalCountsFrom,
    TargetState state,
    List<MeasurementView> measurements,
    Attainment attainment,
    Attainment originalAttainment,
    int attainedBy,
    int attainedLateBy,
    int measuredBy,
    List<String> notMeasured,
    List<String> originallyNotMeasured,
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

  /** What a reader sees of the values that are held against a promise, and who has none yet. */
  record Seen(Promise promise, List<TargetRow.Measured> values, List<String> missing) {

    private List<Attainment> ofEach() {
      return promise.ofEach(values);
    }

    private Attainment attainment() {
      return promise.ofAll(ofEach(), !missing.isEmpty());
    }
  }

  /** The same with those values, held against what is promised now and first. */
  TargetView measured(Seen now, Seen first, List<String> steps) {
    List<Attainment> attained = now.ofEach();
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
        originalComparison,
        originalValue,
        originalByWhen,
        changes,
        counts,
        countsFrom,
        originalCounts,
        originalCountsFrom,
        state,
        now.values().stream().map(each -> view(each, now.promise())).toList(),
        now.attainment(),
        first.attainment(),
        (int) attained.stream().filter(Attainment::isAttained).count(),
        (int) attained.stream().filter(each -> each == Attainment.ATTAINED_LATE).count(),
        attained.size(),
        now.missing(),
        first.missing(),
        steps);
  }

  private static MeasurementView view(TargetRow.Measured measured, Promise promise) {
    return new MeasurementView(
        measured.agency(),
        measured.day(),
        measured.value(),
        measured.lastYear(),
        measured.note(),
        promise.of(measured));
  }
}
