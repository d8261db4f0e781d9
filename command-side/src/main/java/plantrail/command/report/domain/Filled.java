package plantrail.command.report.domain;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.command.platform.Check;
import plantrail.kernel.plan.Gathering;
import plantrail.kernel.plan.Indicator;
import plantrail.kernel.plan.IndicatorType;
import plantrail.kernel.report.Figure;

/** A report's figures, held to its form. */
public final class Filled {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  /** Decimals of a ratio that is told as the right one. */
  private static final int SHOWN = 2;

  private Filled() {}

  /**
   * The figures as they are kept: numbers of that form in their plain form, so that 95 and 95.0 are
   * the same.
   */
  public static List<Figure> plain(List<Figure> figures, List<Indicator> form) {
    return figures.stream().map(figure -> plain(figure, form)).toList();
  }

  private static Figure plain(Figure figure, List<Indicator> form) {
    return form.stream()
        .filter(each -> each.id().equals(figure.indicator()))
        .findFirst()
        .map(each -> new Figure(figure.indicator(), each.type().plain(figure.value())))
        .orElse(figure);
  }

  /** Notes what is faulty in figures that answer that form, and what of it they leave out. */
  public static void check(Check check, List<Figure> figures, List<Indicator> form) {
    Set<String> said = checkStated(check, figures, form);
    for (Indicator indicator : form) {
      check.that(
          !indicator.required() || said.contains(indicator.id()),
          "figures",
          "field.figure-missing",
          indicator.name());
    }
    checkRatios(check, figures, figures, form);
  }

  /**
   * Notes each ratio stated that is another one than the figures beside it make it.
   *
   * @param all the figures that stand once those are stated
   */
  public static void checkRatios(
      Check check, List<Figure> stated, List<Figure> all, List<Indicator> form) {
    for (int i = 0; i < stated.size(); i++) {
      ratio(check, stated.get(i), "figures[" + i + "].value", all, form);
    }
  }

  /**
   * Notes a ratio that is another one than the figures make it that it is stated with. It may be
   * rounded or cut off after the last decimal that it shows.
   */
  private static void ratio(
      Check check, Figure figure, String field, List<Figure> figures, List<Indicator> form) {
    for (Indicator indicator : form) {
      if (indicator.rollUp() == Gathering.RATIO_OF_SUMS
          && indicator.id().equals(figure.indicator())
          && indicator.type().accepts(figure.value())) {
        BigDecimal stated = new BigDecimal(figure.value());
        BigDecimal made = made(indicator, figures, form);
        check.that(
            made == null || made.subtract(stated).abs().compareTo(stated.ulp()) < 0,
            field,
            "field.other-ratio",
            figure.value(),
            made == null ? "" : IndicatorType.plain(made.setScale(SHOWN, RoundingMode.HALF_UP)));
      }
    }
  }

  /** What the figures above and below its line make of a ratio; null if they do not say. */
  private static @Nullable BigDecimal made(
      Indicator ratio, List<Figure> figures, List<Indicator> form) {
    BigDecimal above = number(ratio.numerator(), figures, form);
    BigDecimal below = number(ratio.denominator(), figures, form);
    if (above == null || below == null || below.signum() == 0) {
      return null;
    }
    BigDecimal whole = ratio.type() == IndicatorType.PERCENTAGE ? HUNDRED : BigDecimal.ONE;
    return above.multiply(whole).divide(below, MathContext.DECIMAL64);
  }

  private static @Nullable BigDecimal number(
      @Nullable String id, List<Figure> figures, List<Indicator> form) {
    return form.stream()
        .filter(each -> each.id().equals(id) && each.type().number())
        .flatMap(each ->
            figures.stream()
                .filter(figure -> figure.indicator().equals(id))
                .map(Figure::value)
                .filter(each.type()::accepts))
        .map(BigDecimal::new)
        .findFirst()
        .orElse(null);
  }

  /** Notes what is faulty in figures of some indicators of that form; tells of which. */
  public static Set<String> checkStated(Check check, List<Figure> figures, List<Indicator> form) {
    Map<String, Indicator> asked = new HashMap<>();
    form.forEach(each -> asked.put(each.id(), each));
    Set<String> said = new HashSet<>();
    for (int i = 0; i < figures.size(); i++) {
      Figure figure = figures.get(i);
      String field = "figures[" + i + "]";
      Indicator indicator = asked.get(figure.indicator());
      check
          .that(
              indicator != null,
              field + ".indicator",
              "field.unknown-indicator",
              figure.indicator())
          .that(
              said.add(figure.indicator()), field + ".indicator", "field.twice", figure.indicator())
          .that(
              indicator == null || indicator.type().accepts(figure.value()),
              field + ".value",
              "field.figure",
              figure.value(),
              indicator == null ? "" : "@indicator-type." + indicator.type())
          .that(
              indicator == null || indicator.reaches(figure.value()),
              field + ".value",
              "field.figure-too-low",
              figure.value(),
              indicator == null ? "" : indicator.floor().toPlainString())
          .text(figure.value(), field + ".value", Check.TEXT);
    }
    return said;
  }
}
