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
import plantrail.kernel.plan.IndicatorType;

/** What a report's form must hold to, so that figures can be gathered by it. */
final class Forms {
  private static final int MOST = 200;

  private Forms() {}

  /** Notes what is faulty in a form. */
  static void check(Check check, List<Indicator> form, String field, int longestMark) {
    Map<String, IndicatorType> types =
        form.stream().collect(toMap(Indicator::id, Indicator::type, (one, other) -> one));
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
              indicator.type().number() || !reckoned(indicator.rollUp()),
              at + ".rollUp",
              "field.roll-up-of-text",
              "@gathering." + indicator.rollUp(),
              "@indicator-type." + indicator.type());
      check.that(
          indicator.lowest() == null || indicator.type().number(),
          at + ".lowest",
          "field.lowest-of-no-number",
          "@indicator-type." + indicator.type());
      boolean average = indicator.rollUp() == Gathering.WEIGHTED_AVERAGE;
      boolean ratio = indicator.rollUp() == Gathering.RATIO_OF_SUMS;
      rests(check, average, indicator.weight(), types, at + ".weight");
      rests(check, ratio, indicator.numerator(), types, at + ".numerator");
      rests(check, ratio, indicator.denominator(), types, at + ".denominator");
    }
  }

  private static boolean reckoned(Gathering rollUp) {
    return switch (rollUp) {
      case SUM, WEIGHTED_AVERAGE, RATIO_OF_SUMS -> true;
      case LATEST, COUNT, NONE -> false;
    };
  }

  private static void rests(
      Check check,
      boolean needed,
      @Nullable String on,
      Map<String, IndicatorType> types,
      String field) {
    IndicatorType type = types.get(on);
    check.that(
        needed ? type != null && type.number() : on == null,
        field,
        needed ? "field.number-indicator" : "field.not-for-roll-up",
        String.valueOf(on));
  }
}
