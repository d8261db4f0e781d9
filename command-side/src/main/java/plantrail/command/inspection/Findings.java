package plantrail.command.inspection;

import java.time.LocalDate;
import java.util.List;
import plantrail.command.platform.Check;
import plantrail.kernel.inspection.Recommendation;

/** What an inspection may have found. */
public final class Findings {
  private Findings() {}

  /** Notes as faulty what cannot be: nothing at all, empty texts, days before the inspection. */
  public static void check(
      Check check,
      LocalDate inspected,
      List<String> findings,
      List<String> violations,
      List<Recommendation> recommendations) {
    check.that(
        !findings.isEmpty() || !violations.isEmpty() || !recommendations.isEmpty(),
        "findings",
        "field.empty-list");
    for (int i = 0; i < findings.size(); i++) {
      check.text(findings.get(i), "findings[" + i + "]", Check.TEXT);
    }
    for (int i = 0; i < violations.size(); i++) {
      check.text(violations.get(i), "violations[" + i + "]", Check.TEXT);
    }
    for (int i = 0; i < recommendations.size(); i++) {
      Recommendation each = recommendations.get(i);
      check
          .text(each.text(), "recommendations[" + i + "].text", Check.LINE)
          .that(
              each.due() == null || !each.due().isBefore(inspected),
              "recommendations[" + i + "].due",
              "field.before-inspection",
              String.valueOf(each.due()),
              inspected.toString());
    }
  }
}
