package plantrail.query.targets;

import static java.util.stream.Collectors.toSet;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.target.MeasurementCorrected;
import plantrail.kernel.target.MeasurementRecorded;
import plantrail.kernel.target.TargetChanged;
import plantrail.kernel.target.TargetEvent;
import plantrail.kernel.target.TargetSet;
import plantrail.kernel.target.TargetState;
import plantrail.kernel.target.TargetTransferred;
import plantrail.kernel.target.TargetWithdrawn;
import plantrail.query.platform.Columns.Several;

/**
 * A target as its events leave it.
 *
 * @param setting how it was set, which never changes
 * @param matter what is measured
 * @param now what it promises now
 * @param first what it promised first
 * @param changes how often that was changed
 * @param parties who stands where
 */
record TargetRow(
    @Several Setting setting,
    @Several Matter matter,
    @Several Promise now,
    @Several(prefix = "original_") Promise first,
    int changes,
    @Several Parties parties,
    TargetState state,
    List<Measured> measurements) {

  /** How a target was set. */
  record Setting(String id, String plan, String document, String target) {}

  /** What is measured. */
  record Matter(String indicator, @Nullable String unit) {}

  /** Codes of who stands where. */
  record Parties(String issuer, @Nullable String focal) {}

  /** What was measured. */
  record Measured(
      String agency,
      LocalDate day,
      BigDecimal value,
      @Nullable BigDecimal lastYear,
      @Nullable String note) {}

  static TargetRow after(@Nullable TargetRow row, TargetEvent event) {
    return event instanceof TargetSet set
        ? of(set)
        : Objects.requireNonNull(row, () -> "Not set: " + event).after(event);
  }

  private static TargetRow of(TargetSet e) {
    Promise promise =
        new Promise(
            e.comparison(), e.value(), e.byWhen(), e.counts(), e.countsFrom(), e.agencies());
    return new TargetRow(
        new Setting(e.targetId(), e.planId(), e.document(), e.target()),
        new Matter(e.indicator(), e.unit()),
        promise,
        promise,
        0,
        new Parties(e.issuer(), e.focal()),
        TargetState.SET,
        List.of());
  }

  private TargetRow after(TargetEvent event) {
    return switch (event) {
      case TargetSet e -> of(e);
      case TargetChanged e -> changed(e);
      case TargetWithdrawn e ->
          new TargetRow(
              setting, matter, now, first, changes, parties, TargetState.WITHDRAWN, measurements);
      case TargetTransferred e -> transferred(e);
      case MeasurementRecorded e ->
          with(new Measured(e.agency(), e.day(), e.value(), e.lastYear(), e.note()));
      case MeasurementCorrected e ->
          with(
              new Measured(
                  e.agency(), e.day(), e.value(), e.lastYear(), noteOf(e.agency(), e.day())));
    };
  }

  private TargetRow changed(TargetChanged to) {
    return new TargetRow(
        setting,
        new Matter(to.indicator(), to.unit()),
        new Promise(
            to.comparison(), to.value(), to.byWhen(), to.counts(), to.countsFrom(), to.agencies()),
        first,
        changes + 1,
        parties,
        state,
        measurements);
  }

  private TargetRow transferred(TargetTransferred event) {
    Set<String> measured = measurements.stream().map(Measured::agency).collect(toSet());
    String focal = parties.focal;
    return new TargetRow(
        setting,
        matter,
        now.ofAgencies(event.toMeasure(now.agencies(), measured)),
        first.ofAgencies(event.toMeasure(first.agencies(), measured)),
        changes,
        new Parties(event.inPlaceOf(parties.issuer), focal == null ? null : event.inPlaceOf(focal)),
        state,
        measurements);
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
    return new TargetRow(setting, matter, now, first, changes, parties, state, more);
  }
}
