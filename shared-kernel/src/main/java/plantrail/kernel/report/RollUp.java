package plantrail.kernel.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.plan.Gathering;
import plantrail.kernel.plan.Indicator;
import plantrail.kernel.plan.IndicatorType;

/**
 * Makes one report's figures of those of many. Nothing is made up: what nobody states is left out.
 *
 * <p>A ratio of sums is always that of the two sums that stand beside it, whoever stated one of
 * them alone: so it says what the shown figures say, it is the same whether it is gathered, follows
 * a correction by hand, or goes through levels between, and whoever hands it on is not refused for
 * stating another one. A form that wants no report to bend it requires both figures of each.
 *
 * <p>A weighted average needs value and weight of each report; a report without either does not
 * count. So it cannot follow a weight that is corrected by hand, and has to be stated with it.
 * Neither of the two changes as long as nothing that it rests on does.
 */
public final class RollUp {
  /** Digits behind the point of a quotient. */
  private static final int SCALE = 4;

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private RollUp() {}

  /**
   * The figures of reports with the same form, as one.
   *
   * @param form the indicators; the figures follow their order
   * @param reports the figures of each report, in the order in which they were handed in
   */
  public static List<Figure> of(List<Indicator> form, List<List<Figure>> reports) {
    List<Figure> figures = new ArrayList<>();
    for (Indicator indicator : form) {
      gathered(indicator, reports)
          .ifPresent(value -> figures.add(new Figure(indicator.id(), value)));
    }
    return figures;
  }

  /** What those of that form are once they are gathered. */
  public static List<Indicator> gathered(List<Indicator> form) {
    return form.stream().map(Indicator::gathered).toList();
  }

  /**
   * Those of a report's figures that are of the asked form; of another kind by its mark are none.
   */
  public static List<Figure> answering(
      List<Indicator> asked, List<Indicator> form, List<Figure> figures) {
    Set<String> same =
        form.stream()
            .filter(own -> asked.stream().anyMatch(own::gathersWith))
            .map(Indicator::id)
            .collect(Collectors.toSet());
    return figures.stream().filter(each -> same.contains(each.indicator())).toList();
  }

  /** The figures in the order of the form, others in the place of what stood there. */
  public static List<Figure> replaced(
      List<Indicator> form, List<Figure> standing, List<Figure> others) {
    Map<String, Figure> all =
        Stream.concat(standing.stream(), others.stream())
            .collect(Collectors.toMap(Figure::indicator, Function.identity(), (old, now) -> now));
    return form.stream()
        .map(indicator -> all.get(indicator.id()))
        .filter(Objects::nonNull)
        .toList();
  }

  /**
   * Those of the figures said by hand that correct what stands: they are other ones, or rest on one
   * that is. What says again what stands anyway corrects nothing.
   */
  public static List<Figure> correcting(
      List<Indicator> form, List<Figure> standing, List<Figure> said) {
    Set<String> other = others(standing, said);
    Set<String> correcting =
        form.stream()
            .filter(each -> other.contains(each.id()) || rests(each, other))
            .map(Indicator::id)
            .collect(Collectors.toSet());
    return said.stream().filter(each -> correcting.contains(each.indicator())).toList();
  }

  /**
   * Those of the figures put by hand that go on standing beside others that are computed anew: all
   * but ratios whose two sums stand there.
   */
  public static List<Figure> standing(
      List<Indicator> form, List<Figure> computed, List<Figure> byHand) {
    List<Figure> all = replaced(form, computed, byHand);
    Set<String> ratios =
        form.stream()
            .filter(indicator -> ratio(indicator, form, all).isPresent())
            .map(Indicator::id)
            .collect(Collectors.toSet());
    return byHand.stream().filter(each -> !ratios.contains(each.indicator())).toList();
  }

  /**
   * The ratios of sums that are other ones once other figures are put by hand in the place of
   * computed ones. One that is put there by hand as well is as it was put, rounded perhaps.
   */
  public static List<Figure> following(
      List<Indicator> form, List<Figure> computed, List<Figure> byHand) {
    List<Figure> standing = replaced(form, computed, byHand);
    return resting(form, computed, byHand)
        .flatMap(indicator ->
            ratio(indicator, form, standing)
                .map(value -> new Figure(indicator.id(), value))
                .stream())
        .toList();
  }

  /**
   * The indicators that rest on figures put by hand in the place of computed ones, and cannot be
   * computed of figures that are one already: those of a weighted average, or of nothing.
   */
  public static List<Indicator> unsettled(
      List<Indicator> form, List<Figure> computed, List<Figure> byHand) {
    List<Figure> standing = replaced(form, computed, byHand);
    return resting(form, computed, byHand)
        .filter(indicator -> stated(computed, indicator.id()).isPresent())
        .filter(indicator -> ratio(indicator, form, standing).isEmpty())
        .toList();
  }

  /** Those that are computed of others which now are other ones by hand, and are not themselves. */
  private static Stream<Indicator> resting(
      List<Indicator> form, List<Figure> computed, List<Figure> byHand) {
    Set<String> given = byHand.stream().map(Figure::indicator).collect(Collectors.toSet());
    Set<String> other = others(computed, byHand);
    return form.stream()
        .filter(indicator -> !given.contains(indicator.id()))
        .filter(indicator -> rests(indicator, other));
  }

  /** The indicators of which another figure is said than the one that stands. */
  private static Set<String> others(List<Figure> standing, List<Figure> said) {
    return said.stream()
        .filter(figure -> !standing.contains(figure))
        .map(Figure::indicator)
        .collect(Collectors.toSet());
  }

  /** Whether it is computed of one of those. */
  private static boolean rests(Indicator indicator, Set<String> on) {
    return switch (indicator.rollUp()) {
      case WEIGHTED_AVERAGE -> on.contains(indicator.weight());
      case RATIO_OF_SUMS ->
          on.contains(indicator.numerator()) || on.contains(indicator.denominator());
      case NONE, COUNT, LATEST, SUM -> false;
    };
  }

  private static Optional<String> ratio(
      Indicator indicator, List<Indicator> form, List<Figure> figures) {
    return indicator.rollUp() == Gathering.RATIO_OF_SUMS
        ? quotient(
            standing(indicator.numerator(), form, figures),
            standing(indicator.denominator(), form, figures),
            indicator)
        : Optional.empty();
  }

  /** The sum that stands there; none if the indicator is gathered otherwise. */
  private static Optional<BigDecimal> standing(
      @Nullable String id, List<Indicator> form, List<Figure> figures) {
    return form.stream()
        .filter(each -> each.id().equals(id) && each.rollUp() == Gathering.SUM)
        .flatMap(each -> stated(figures, id).filter(each.type()::accepts).stream())
        .map(BigDecimal::new)
        .findFirst();
  }

  private static Optional<String> gathered(Indicator indicator, List<List<Figure>> reports) {
    List<String> values =
        reports.stream()
            .map(report -> stated(report, indicator.id()))
            .flatMap(Optional::stream)
            .toList();
    return switch (indicator.rollUp()) {
      case NONE -> Optional.empty();
      case COUNT -> Optional.of(Long.toString(count(indicator, values)));
      case LATEST -> values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
      case SUM -> sum(indicator.id(), reports).map(sum -> text(sum, indicator));
      case WEIGHTED_AVERAGE -> average(indicator, reports);
      case RATIO_OF_SUMS ->
          quotient(
              sum(indicator.numerator(), reports),
              sum(indicator.denominator(), reports),
              indicator);
    };
  }

  private static long count(Indicator indicator, List<String> values) {
    return indicator.type() == IndicatorType.YES_NO
        ? values.stream().filter("true"::equals).count()
        : values.size();
  }

  private static Optional<String> average(Indicator indicator, List<List<Figure>> reports) {
    BigDecimal weighted = BigDecimal.ZERO;
    BigDecimal weights = BigDecimal.ZERO;
    for (List<Figure> report : reports) {
      Optional<BigDecimal> value = number(report, indicator.id());
      Optional<BigDecimal> weight = number(report, indicator.weight());
      if (value.isPresent() && weight.isPresent()) {
        weighted = weighted.add(value.get().multiply(weight.get()));
        weights = weights.add(weight.get());
      }
    }
    return weights.signum() == 0
        ? Optional.empty()
        : Optional.of(text(divided(weighted, weights, indicator), indicator));
  }

  /** The sum over the reports that state it; none if none does. */
  private static Optional<BigDecimal> sum(@Nullable String id, List<List<Figure>> reports) {
    return reports.stream()
        .map(report -> number(report, id))
        .flatMap(Optional::stream)
        .reduce(BigDecimal::add);
  }

  private static Optional<String> quotient(
      Optional<BigDecimal> above, Optional<BigDecimal> below, Indicator indicator) {
    if (above.isEmpty() || below.isEmpty() || below.get().signum() == 0) {
      return Optional.empty();
    }
    BigDecimal dividend =
        indicator.type() == IndicatorType.PERCENTAGE ? above.get().multiply(HUNDRED) : above.get();
    return Optional.of(text(divided(dividend, below.get(), indicator), indicator));
  }

  private static BigDecimal divided(BigDecimal above, BigDecimal below, Indicator indicator) {
    return above.divide(below, indicator.type().whole() ? 0 : SCALE, RoundingMode.HALF_UP);
  }

  private static Optional<BigDecimal> number(List<Figure> report, @Nullable String indicator) {
    return stated(report, indicator).map(BigDecimal::new);
  }

  private static Optional<String> stated(List<Figure> report, @Nullable String indicator) {
    return report.stream()
        .filter(figure -> Objects.equals(figure.indicator(), indicator))
        .map(Figure::value)
        .findFirst();
  }

  private static String text(BigDecimal value, Indicator indicator) {
    return indicator.type().whole() ? value.toBigInteger().toString() : IndicatorType.plain(value);
  }
}
