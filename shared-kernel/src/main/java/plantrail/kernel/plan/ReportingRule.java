package plantrail.kernel.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.calendar.DueRule;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.calendar.Period;
import plantrail.kernel.calendar.Window;
import plantrail.kernel.message.NotEmpty;

/**
 * Who reports, how often, by when, to whom and through whom.
 *
 * @param id the rule's own mark, unique among the plan's reporting rules
 * @param title what the report is about
 * @param frequency how often; {@link Frequency#ON_DEMAND} opens nothing by itself
 * @param window which days a period covers
 * @param reporters whom it binds
 * @param due by when; null if the plan states no day
 * @param addressees for whom, each with its channel
 * @param form what each report states in figures; empty if it is text alone
 */
public record ReportingRule(
    String id,
    String title,
    Frequency frequency,
    Window window,
    Assignees reporters,
    @Nullable DueRule due,
    @NotEmpty List<Addressee> addressees,
    List<Indicator> form) {
  public ReportingRule {
    addressees = List.copyOf(addressees);
    form = List.copyOf(form);
  }

  /** A rule whose reports are text alone. */
  public ReportingRule(
      String id,
      String title,
      Frequency frequency,
      Window window,
      Assignees reporters,
      @Nullable DueRule due,
      List<Addressee> addressees) {
    this(id, title, frequency, window, reporters, due, addressees, List.of());
  }

  /**
   * One occasion to report.
   *
   * @param period the period reported on
   * @param due last timely day; null if the rule states none
   */
  public record Occasion(Period period, @Nullable LocalDate due) {}

  /** Whether further years bring further occasions. */
  public boolean recurs() {
    return frequency != Frequency.ON_DEMAND && (due == null || !due.once());
  }

  /**
   * The occasions that a later horizon adds, in order.
   *
   * @param since day from which they are owed, local date: those last timely before it are none
   * @param known the horizon whose occasions were there before
   * @param horizon the later one
   */
  public List<Occasion> occasions(LocalDate since, LocalDate known, LocalDate horizon) {
    List<Occasion> added = new ArrayList<>(occasions(since, horizon));
    added.removeAll(occasions(since, known));
    return added;
  }

  /**
   * The occasions of a plan's horizon, in order. Those whose last timely day lies before the issue
   * are none: nobody can owe them.
   *
   * @param issued day of issue
   * @param horizon last day of the plan's horizon
   */
  public List<Occasion> occasions(LocalDate issued, LocalDate horizon) {
    List<Occasion> occasions = new ArrayList<>();
    if (frequency == Frequency.ON_DEMAND) {
      return occasions;
    }
    if (due != null && due.once()) {
      return List.of(
          new Occasion(Period.containing(frequency, due.lastTimelyDay()), due.lastTimelyDay()));
    }
    if (due != null && due.month() != null) {
      for (int year = issued.getYear(); year <= horizon.getYear(); year++) {
        LocalDate day = due.lastTimelyDay(new Period(Frequency.YEAR, year, 1));
        if (!day.isBefore(issued) && !day.isAfter(horizon)) {
          occasions.add(new Occasion(Period.containing(frequency, day), day));
        }
      }
      return occasions;
    }
    for (Period period = Period.containing(frequency, issued);
        !period.to(Window.CALENDAR).isBefore(issued)
            && !period.from(Window.CALENDAR).isAfter(horizon);
        period = period.next()) {
      LocalDate day = due == null ? null : due.lastTimelyDay(period);
      if (day == null || !day.isBefore(issued)) {
        occasions.add(new Occasion(period, day));
      }
    }
    return occasions;
  }
}
