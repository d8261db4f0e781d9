package plantrail.query.targets;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.model.ModelState;
import plantrail.kernel.plan.Comparison;
import plantrail.kernel.plan.Product;
import plantrail.kernel.target.Attainment;

/**
 * What a target promises of each agency.
 *
 * @param value the value promised; null if only described, or if it is last year's
 * @param byWhen last day to reach it, local date; null if none is stated
 * @param counts what is counted; null if it is measured
 * @param countsFrom the state from which a model counts; null for built
 * @param agencies codes of those that are to be measured; null if not stated
 */
record Promise(
    Comparison comparison,
    @Nullable BigDecimal value,
    @Nullable LocalDate byWhen,
    @Nullable Product counts,
    @Nullable ModelState countsFrom,
    @Nullable List<String> agencies) {

  /** The same, of those agencies. */
  Promise ofAgencies(@Nullable List<String> agencies) {
    return new Promise(comparison, value, byWhen, counts, countsFrom, agencies);
  }

  /** The states in which a model counts. */
  List<ModelState> counted() {
    ModelState from = countsFrom == null ? ModelState.BUILT : countsFrom;
    return Stream.of(ModelState.values())
        .filter(each -> each.compareTo(from) >= 0 && each.counts())
        .toList();
  }

  /** The last year whose models count. */
  int lastYear() {
    return byWhen == null ? Integer.MAX_VALUE : byWhen.getYear();
  }

  /** Of those agencies that are to be measured, who is not among these. */
  List<String> notMeasured(Collection<TargetRow.Measured> values) {
    Set<String> measured =
        values.stream().map(TargetRow.Measured::agency).collect(Collectors.toSet());
    return agencies == null || counts != null
        ? List.of()
        : agencies.stream().filter(each -> !measured.contains(each)).toList();
  }

  /** How one value stands against it. */
  Attainment of(TargetRow.Measured measured) {
    Attainment whenever = Attainment.of(comparison, value, measured.value(), measured.lastYear());
    return whenever == Attainment.ATTAINED && !inTime(measured)
        ? Attainment.ATTAINED_LATE
        : whenever;
  }

  /** What counts itself is bound to the years of the models, not to the day on which one looks. */
  private boolean inTime(TargetRow.Measured measured) {
    return counts != null || byWhen == null || !measured.day().isAfter(byWhen);
  }

  /**
   * How the values of one agency stand against it. The latest up to the last day counts, whatever
   * came of it afterwards; where that one does not attain it, the latest of all can, but late.
   */
  Attainment ofOneAgency(Collection<TargetRow.Measured> values) {
    return Stream.of(values.stream().filter(this::inTime), values.stream())
        .map(each -> each.max(comparing(TargetRow.Measured::day)).orElse(null))
        .filter(Objects::nonNull)
        .map(this::of)
        .reduce((timely, latest) -> timely.isAttained() ? timely : latest)
        .orElse(Attainment.NOT_MEASURED);
  }

  /** How it stands at each agency that was measured and of which it is promised. */
  List<Attainment> ofEach(Collection<TargetRow.Measured> values) {
    return values.stream()
        .filter(each -> agencies == null || counts != null || agencies.contains(each.agency()))
        .collect(Collectors.groupingBy(TargetRow.Measured::agency))
        .values()
        .stream()
        .map(this::ofOneAgency)
        .toList();
  }

  /**
   * How it stands, given how it stands at each agency that was measured. One that fails makes it
   * fail; a value that says nothing for the comparison leaves it open.
   *
   * @param missing whether others are to be measured still
   */
  Attainment ofAll(Collection<Attainment> agencies, boolean missing) {
    if (comparison == Comparison.QUALITATIVE) {
      return Attainment.QUALITATIVE;
    }
    if (agencies.contains(Attainment.NOT_ATTAINED)) {
      return Attainment.NOT_ATTAINED;
    }
    if (missing || agencies.isEmpty() || agencies.contains(Attainment.NOT_MEASURED)) {
      return Attainment.NOT_MEASURED;
    }
    return agencies.contains(Attainment.ATTAINED_LATE)
        ? Attainment.ATTAINED_LATE
        : Attainment.ATTAINED;
  }
}
