package plantrail.command.automation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.calendar.DueRule;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.PlanAmended;
import plantrail.kernel.plan.PlanEvent;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.PlanResumed;
import plantrail.kernel.plan.PlanYearOpened;
import plantrail.kernel.plan.ReportingRule;
import plantrail.kernel.plan.ReportingRule.Occasion;

/**
 * When the duties of a plan are due, as far as its record has come: on the days that its words
 * name, moved by the shifts of its rests since these words were last stated. So whoever is charged
 * after a rest owes by the same day as those who were charged before. A year's reports move with
 * the rests since that year began, those too that fell due meanwhile; what fell due while the plan
 * rested and was not moved is not owed.
 */
final class Timetable {
  private final List<PlanEvent> story;
  private final List<Year> years = new ArrayList<>();
  private final Map<String, Integer> tasksStated = new HashMap<>();
  private final Map<String, Integer> reportsStated = new HashMap<>();

  /**
   * Years whose reports were opened together.
   *
   * @param begun day since which a rest moves them; null for the first ones, which every rest moves
   * @param known last day for which reports had been opened before; null if none had
   * @param horizon last day for which they are opened
   */
  private record Year(@Nullable LocalDate begun, @Nullable LocalDate known, LocalDate horizon) {

    List<Occasion> occasions(ReportingRule rule, LocalDate since) {
      return known == null ? rule.occasions(since, horizon) : rule.occasions(since, known, horizon);
    }

    boolean moves(PlanResumed rest) {
      return begun == null || begun.isBefore(rest.from());
    }
  }

  /**
   * @param story what happened to the plan, its issue first
   */
  Timetable(List<PlanEvent> story) {
    this.story = story;
    PlanIssued plan = (PlanIssued) story.getFirst();
    years.add(new Year(null, null, plan.horizon()));
    stated(0, plan.assignments(), List.of(), AssignmentRule::id, Timetable::day, tasksStated);
    stated(0, plan.reportingRules(), List.of(), ReportingRule::id, Timetable::days, reportsStated);
    for (int i = 1; i < story.size(); i++) {
      if (story.get(i) instanceof PlanYearOpened opened) {
        years.add(
            new Year(
                PlanYearOpened.firstDay(opened.year()), horizon(), plan.horizon(opened.year())));
      } else if (story.get(i) instanceof PlanAmended amended) {
        PlanIssued next = plan.after(amended);
        stated(
            i,
            next.assignments(),
            plan.assignments(),
            AssignmentRule::id,
            Timetable::day,
            tasksStated);
        stated(
            i,
            next.reportingRules(),
            plan.reportingRules(),
            ReportingRule::id,
            Timetable::days,
            reportsStated);
        plan = next;
      }
    }
  }

  /** Notes which rules name other days than before, and where in the story they do. */
  private static <R> void stated(
      int place,
      List<R> rules,
      List<R> before,
      Function<R, String> mark,
      Function<R, @Nullable Object> days,
      Map<String, Integer> stated) {
    Map<String, R> old = new HashMap<>();
    before.forEach(rule -> old.put(mark.apply(rule), rule));
    for (R rule : rules) {
      R known = old.get(mark.apply(rule));
      if (known == null || !Objects.equals(days.apply(known), days.apply(rule))) {
        stated.put(mark.apply(rule), place);
      }
    }
  }

  /** The day that the words name: to name the same one in other words moves nothing. */
  private static @Nullable LocalDate day(AssignmentRule rule) {
    DueRule words = rule.due();
    return words == null ? null : words.lastTimelyDay();
  }

  /** What the days of a rule's reports follow from. */
  private static List<Object> days(ReportingRule rule) {
    return Stream.of(rule.frequency(), rule.window(), rule.due())
        .map(each -> each == null ? "" : each)
        .toList();
  }

  /** Last local day for which reports are opened. */
  LocalDate horizon() {
    return years.getLast().horizon();
  }

  /**
   * By when a task is owed.
   *
   * @param day last timely day, local date; null if it has none
   * @param stated the plan's issue or amendment that named a day, or none, last
   * @param because what the day follows from: that, or the last rest that moved it
   */
  record Due(@Nullable LocalDate day, PlanEvent stated, PlanEvent because) {

    Due after(PlanResumed rest) {
      LocalDate moved = day == null ? null : rest.moved(day);
      return Objects.equals(day, moved) ? this : new Due(moved, stated, rest);
    }
  }

  /** By when a task under that rule is owed. */
  Due due(AssignmentRule rule) {
    int stated = tasksStated.getOrDefault(rule.id(), 0);
    Due due = new Due(day(rule), story.get(stated), story.get(stated));
    for (PlanResumed rest : restsSince(stated)) {
      due = due.after(rest);
    }
    return due;
  }

  /** The rule's occasions that are owed from a local day on, of all years that are opened. */
  List<Occasion> occasions(ReportingRule rule, LocalDate since) {
    return years.stream().flatMap(year -> occasions(year, rule, since)).toList();
  }

  /** The same, of the year that was opened last. */
  List<Occasion> occasionsOfLastYear(ReportingRule rule, LocalDate since) {
    return occasions(years.getLast(), rule, since).toList();
  }

  private Stream<Occasion> occasions(Year year, ReportingRule rule, LocalDate since) {
    List<PlanResumed> rests =
        restsSince(reportsStated.getOrDefault(rule.id(), 0)).stream().filter(year::moves).toList();
    int shift = rule.due() == null ? 0 : rests.stream().mapToInt(PlanResumed::shift).sum();
    return year.occasions(rule, since.minusDays(shift)).stream()
        .flatMap(occasion -> moved(occasion, rests))
        .filter(occasion -> occasion.due() == null || !occasion.due().isBefore(since));
  }

  /** None of it if it fell due while the plan rested and nothing was moved. */
  private static Stream<Occasion> moved(Occasion occasion, List<PlanResumed> rests) {
    LocalDate due = occasion.due();
    if (due == null) {
      return Stream.of(occasion);
    }
    for (PlanResumed rest : rests) {
      due = rest.moved(due);
      if (!due.isBefore(rest.restedFrom()) && due.isBefore(rest.from())) {
        return Stream.of();
      }
    }
    return Stream.of(new Occasion(occasion.period(), due));
  }

  private List<PlanResumed> restsSince(int place) {
    return story.subList(place, story.size()).stream()
        .filter(PlanResumed.class::isInstance)
        .map(PlanResumed.class::cast)
        .toList();
  }
}
