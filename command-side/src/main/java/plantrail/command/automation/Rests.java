package plantrail.command.automation;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import plantrail.kernel.plan.PlanResumed;
import plantrail.kernel.plan.ReportingRule.Occasion;

/**
 * Rests of a plan that went by before a year of its reports was opened.
 *
 * @param each in the order in which they were
 */
record Rests(List<PlanResumed> each) {
  static final Rests NONE = new Rests(List.of());

  /**
   * The occasions that are owed from a local day on, due as if they had been opened before the plan
   * rested.
   *
   * @param occasions of a rule, owed from a local day on
   */
  List<Occasion> occasions(LocalDate since, Function<LocalDate, List<Occasion>> occasions) {
    int shift = each.stream().mapToInt(PlanResumed::shift).sum();
    return occasions.apply(since.minusDays(shift)).stream()
        .flatMap(this::moved)
        .filter(occasion -> occasion.due() == null || !occasion.due().isBefore(since))
        .toList();
  }

  /** None of it if it fell due while the plan rested and nothing was moved. */
  private Stream<Occasion> moved(Occasion occasion) {
    LocalDate due = occasion.due();
    if (due == null) {
      return Stream.of(occasion);
    }
    for (PlanResumed rest : each) {
      due = rest.moved(due);
      if (!due.isBefore(rest.restedFrom()) && due.isBefore(rest.from())) {
        return Stream.of();
      }
    }
    return Stream.of(new Occasion(occasion.period(), due));
  }
}
