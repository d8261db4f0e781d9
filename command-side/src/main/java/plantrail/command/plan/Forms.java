package plantrail.command.plan;

import static java.util.stream.Collectors.toMap;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.command.platform.Check;
import plantrail.kernel.plan.Gathering;
import plantrail.kernel.plan.Indicator;

/** What a report's form must hold to, so that figures can be gathered by it. */
final class Forms {
  private static final int MOST = 200;

  private Forms() {}

  /**
   * Notes what is faulty in a form.
   *
   * @param standing the form that it takes the place of; what that says already is gathered as it
   *     ever was
   */
  static void check(
      Check check, List<Indicator> form, List<Indicator> standing, String field, int longestMark) {
    Map<String, Indicator> all =
        form.stream().collect(toMap(Indicator::id, each -> each, (one, other) -> one));
    Set<String> ids = new HashSet<>();
    check.that(form.size() <= MOST, field, "field.too-many", Integer.toString(MOST));
    for (int i = 0; i < form.size(); i++) {
      Indicator indicator = form.get(i);
      String at = field + "[" + i + "]";
      check
          .text(indicator.id(), at + ".id", longestMark)
          .that(ids.add(indicator.id()), at + ".id", "field.twice", indicator.id())
          .text(indicator.name(), at + ".name", Check.LINE)
          .text(indicator.unit(), at + ".unit", Check.LINE)
          .that(
              indicator.type().gatherings().contains(indicator.rollUp())
                  || standing.contains(indicator),
              at + ".rollUp",
              "field.roll-up-of-type",
              "@gathering." + indicator.rollUp(),
              "@indicator-type." + indicator.type());
      check.that(
          indicator.lowest() == null || indicator.type().number(),
          at + ".lowest",
          "field.lowest-of-no-number",
          "@indicator-type." + indicator.type());
      boolean average = indicator.rollUp() == Gathering.WEIGHTED_AVERAGE;
      boolean ratio = indicator.rollUp() == Gathering.RATIO_OF_SUMS;
      Indicator weight = rests(check, average, indicator, indicator.weight(), all, at + ".weight");
      Indicator numerator =
          rests(check, ratio, indicator, indicator.numerator(), all, at + ".numerator");
      Indicator denominator =
          rests(check, ratio, indicator, indicator.denominator(), all, at + ".denominator");
      neverNegative(check, weight, at + ".weight");
      neverNegative(check, denominator, at + ".denominator");
      if (ratio && !standing.contains(indicator)) {
        summedUp(check, indicator, numerator, at + ".numerator");
        summedUp(check, indicator, denominator, at + ".denominator");
      }
    }
  }

  /** Tells what it rests on; null if on nothing that is known. */
  private static @Nullable Indicator rests(
      Check check,
      boolean needed,
      Indicator indicator,
      @Nullable String on,
      Map<String, Indicator> all,
      String field) {
    Indicator below = on == null ? null : all.get(on);
    check
        .that(
            needed ? below != null && below.type().number() : on == null,
            field,
            needed ? "field.number-indicator" : "field.not-for-roll-up",
            String.valueOf(on))
        .that(!needed || !indicator.id().equals(on), field, "field.rests-on-itself");
    return below;
  }

  private static void summedUp(
      Check check, Indicator ratio, @Nullable Indicator part, String field) {
    check.that(
        part == null || part == ratio || !part.type().number() || part.rollUp() == Gathering.SUM,
        field,
        "field.no-sum",
        part == null ? "" : part.id());
  }

  private static void neverNegative(Check check, @Nullable Indicator weight, String field) {
    check.that(
        weight == null || !weight.type().number() || weight.floor().signum() >= 0,
        field,
        "field.weight-below-zero",
        weight == null ? "" : weight.id());
  }
}
