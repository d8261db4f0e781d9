package plantrail.kernel.plan;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.calendar.Period;
import plantrail.kernel.calendar.Window;

/**
 * The reports of one more year fell to those whom a plan binds. Its issue opens the first year
 * alone; each later one is opened by the clock, year after year, until the plan ends. How far they
 * are opened then, {@link PlanIssued#horizon(int)} tells.
 *
 * @param year the calendar year
 * @param from day from which they are owed, local date: what was last timely before it is not; of a
 *     year that began while the plan rested, that of its resumption, and the shift said there holds
 *     for the year as for what was open
 */
@Revision("1")
public record PlanYearOpened(String planId, int year, LocalDate from) implements PlanEvent {

  /**
   * The local day on which a year is opened: the first one of its first period under Decree
   * 09/2019/NĐ-CP, 15 December. From then on a report of that year can be due, and whoever owes one
   * by the first days of January is still reminded of it.
   */
  public static LocalDate firstDay(int year) {
    return new Period(Frequency.YEAR, year, 1).from(Window.DECREE_09_2019);
  }
}
