package plantrail.query.pages;

import java.util.List;
import plantrail.kernel.calendar.Timeliness;

/**
 * The classes of timeliness as the figures group them.
 *
 * @param dated those with a day, in the order of the figures
 * @param undated all others
 * @param done those in which nothing is owed any more
 */
public record Classes(
    List<Timeliness> dated, List<Timeliness> undated, List<Timeliness> done, Timeliness overdue) {
  static final Classes ALL =
      new Classes(
          List.of(
              Timeliness.DONE_ON_TIME,
              Timeliness.DONE_LATE,
              Timeliness.OPEN_IN_TIME,
              Timeliness.OPEN_OVERDUE),
          List.of(
              Timeliness.DONE_UNDATED,
              Timeliness.OPEN_UNDATED,
              Timeliness.OPEN_AWAITED,
              Timeliness.NOT_OWED),
          List.of(Timeliness.DONE_ON_TIME, Timeliness.DONE_LATE, Timeliness.DONE_UNDATED),
          Timeliness.OPEN_OVERDUE);
}
