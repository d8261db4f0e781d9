package plantrail.command.report.domain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import plantrail.command.platform.Check;
import plantrail.kernel.plan.Indicator;
import plantrail.kernel.report.Figure;

/** A report's figures, held to its form. */
public final class Filled {
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
