package plantrail.query.targets;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.model.ModelState;
import plantrail.kernel.plan.Comparison;
import plantrail.kernel.plan.Product;
import plantrail.kernel.target.MeasurementCorrected;
import plantrail.kernel.target.MeasurementRecorded;
import plantrail.kernel.target.TargetChanged;
import plantrail.kernel.target.TargetEvent;
import plantrail.kernel.target.TargetSet;
import plantrail.kernel.target.TargetState;
import plantrail.kernel.target.TargetTransferred;
import plantrail.kernel.target.TargetWithdrawn;

/**
 * A target as its events leave it.
 *
 * @param agencies codes of those that are to be measured; null if not stated
 * @param originalAgencies codes of those that were to be measured first, or of who took over from
 *     them; null if not stated
 */
record TargetRow(
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
    @Nullable Product counts,
    @Nullable ModelState countsFrom,
    @Nullable List<String> agencies,
    String issuer,
    @Nullable String focal,
    TargetState state,
    List<Measured> measurements,
    @Nullable Product originalCounts,
    @Nullable ModelState originalCountsFrom,
    @Nullable List<String> originalAgencies) {

  /** What was measured. */
  record Measured(
      String agency,
      LocalDate day,
      BigDecimal value,
      @Nullable BigDecimal lastYear,
      @Nullable String note) {}

  /** What it promises now. */
  Promise now() {
    return new Promise(comparison, value, byWhen, counts, countsFrom, agencies);
  }

  /** What it promised first. */
  Promise first() {
    return new Promise(
        originalComparison,
        originalValue,
        originalByWhen,
        originalCounts,
        originalCountsFrom,
        originalAgencies);
  }

  static TargetRow after(@Nullable TargetRow row, TargetEvent event) {
    return switch (event) {
      case TargetSet e ->
          new TargetRow(
              e.targetId(),
              e.planId(),
              e.document(),
              e.target(),
              e.indicator(),
              e.comparison(),
              e.value(),
              e.unit(),
              e.byWhen(),
              e.comparison(),
              e.value(),
              e.byWhen(),
              0,
              e.counts(),
              e.countsFrom(),
              e.agencies(),
              e.issuer(),
              e.focal(),
              TargetState.SET,
              List.of(),
              e.counts(),
              e.countsFrom(),
              e.agencies());
      case TargetChanged e -> of(row).changed(e);
      case TargetWithdrawn e -> of(row).withdrawn();
      case TargetTransferred e -> of(row).transferred(e);
      case MeasurementRecorded e ->
          of(row).with(new Measured(e.agency(), e.day(), e.value(), e.lastYear(), e.note()));
      case MeasurementCorrected e ->
          of(row)
              .with(
                  new Measured(
                      e.agency(),
                      e.day(),
                      e.value(),
                      e.lastYear(),
                      of(row).noteOf(e.agency(), e.day())));
    };
  }

  private static TargetRow of(@Nullable TargetRow row) {
    return Objects.requireNonNull(row);
  }

  private TargetRow changed(TargetChanged to) {
    return new TargetRow(
        id,
        plan,
        document,
        target,
        to.indicator(),
        to.comparison(),
        to.value(),
        to.unit(),
        to.byWhen(),
        originalComparison,
        originalValue,
        originalByWhen,
        changes + 1,
        to.counts(),
        to.countsFrom(),
        to.agencies(),
        issuer,
        focal,
        state,
        measurements,
        originalCounts,
        originalCountsFrom,
        originalAgencies);
  }

  private TargetRow withdrawn() {
    return standing(agencies, originalAgencies, issuer, focal, TargetState.WITHDRAWN);
  }

  private TargetRow transferred(TargetTransferred event) {
    return standing(
        event.toMeasure(agencies, measuredAgencies()),
        event.toMeasure(originalAgencies, measuredAgencies()),
        event.inPlaceOf(issuer),
        focal == null ? null : event.inPlaceOf(focal),
        state);
  }

  private Set<String> measuredAgencies() {
    return measurements.stream().map(Measured::agency).collect(Collectors.toSet());
  }

  private TargetRow standing(
      @Nullable List<String> agencies,
      @Nullable List<String> originalAgencies,
      String issuer,
      @Nullable String focal,
      TargetState state) {
    return new TargetRow(
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
        agencies,
        issuer,
        focal,
        state,
        measurements,
        originalCounts,
        originalCountsFrom,
        originalAgencies);
  }

  private @Nullable String noteOf(String agency, LocalDate day) {
    return measurements.stream()
        .filter(each -> each.agency().equals(agency) && each.day().equals(day))
        .map(Measured::note)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }

  private TargetRow with(Measured value) {
    List<Measured> more =
        Stream.concat(
                measurements.stream()
                    .filter(each ->
                        !(each.agency().equals(value.agency()) && each.day().equals(value.day()))),
                Stream.of(value))
            .sorted(Comparator.comparing(Measured::agency).thenComparing(Measured::day))
            .toList();
    return new TargetRow(
        id,
        plan,
        document,
        target,
        indicator,
        comparison,
        this.value,
        unit,
        byWhen,
        originalComparison,
        originalValue,
        originalByWhen,
        changes,
        counts,
        countsFrom,
        agencies,
        issuer,
        focal,
        state,
        more,
        originalCounts,
        originalCountsFrom,
        originalAgencies);
  }
}
