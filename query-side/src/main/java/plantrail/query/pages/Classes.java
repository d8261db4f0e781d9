package plantrail.query.pages;

import java.util.List;
import java.util.Map;
import plantrail.kernel.calendar.Timeliness;
import plantrail.query.platform.Counts;

/**
 * The classes of timeliness as the figures group them.
 *
 * @param dated those with a day, in the order of the figures
 * @param undated all others
 * @param done those in which nothing is owed any more
 * @param moved those that a moved day or a duty's being called off leads to or from
 * @param worse those in which a duty would be that is in the better class only because its day was
 *     moved or it was called off
 */
public record Classes(
    List<Timeliness> dated,
    List<Timeliness> undated,
    List<Timeliness> done,
    Timeliness overdue,
    List<Timeliness> moved,
    Map<Timeliness, Timeliness> worse) {
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
          Timeliness.OPEN_OVERDUE,
          List.of(
              Timeliness.DONE_ON_TIME,
              Timeliness.DONE_LATE,
              Timeliness.OPEN_IN_TIME,
              Timeliness.OPEN_OVERDUE,
              Timeliness.NOT_OWED),
          Map.of(
              Timeliness.DONE_ON_TIME,
              Timeliness.DONE_LATE,
              Timeliness.OPEN_IN_TIME,
              Timeliness.OPEN_OVERDUE,
              Timeliness.NOT_OWED,
              Timeliness.OPEN_OVERDUE));

  /** How many of that class are in it only because their day was moved or they were called off. */
  public long byMove(Counts counts, Timeliness timeliness) {
    Timeliness instead = worse.get(timeliness);
    return instead == null ? 0 : counts.shifted(instead, timeliness);
  }

  /** How many are in time only because their day was moved. */
  public long byMove(Counts counts) {
    return dated.stream().mapToLong(each -> byMove(counts, each)).sum();
  }

  /** How many would be overdue, had they not been called off. */
  public long calledOff(Counts counts) {
    return byMove(counts, Timeliness.NOT_OWED);
  }
}
