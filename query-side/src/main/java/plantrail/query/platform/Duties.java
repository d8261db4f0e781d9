package plantrail.query.platform;

import org.jspecify.annotations.Nullable;
import plantrail.kernel.calendar.Timeliness;

/** SQL that tasks and reports have in common. */
public final class Duties {
  private Duties() {}

  /**
   * The {@link plantrail.kernel.calendar.Timeliness} of a row.
   *
   * @param request SQL that says whether it is a request
   */
  public static String timeliness(String alias, String request) {
    return against("due", alias + ".open", alias, request);
  }

  /**
   * The {@link plantrail.kernel.calendar.Timeliness} of a row, had its day never been moved and had
   * it not been called off. What was called off with its whole plan is owed against neither.
   *
   * @param request SQL that says whether it was a request when it was first charged with
   */
  public static String originalTimeliness(String alias, String request, Moment moment) {
    String owed =
        """
        (%1$s.open or %1$s.plan <> all(array(
          select ended.id from %2$s where %3$s and ended.status in ('REVOKED', 'SUPERSEDED'))))
        """
            .formatted(alias, moment.rows("plan", "ended"), moment.holds("ended"));
    return against("original_due", owed, alias, request);
  }

  private static String against(String day, String owed, String alias, String request) {
    return "view.timeliness(%3$s.%1$s, %3$s.handed_in_on, %2$s, :today, %4$s)"
        .formatted(day, owed, alias, request);
  }

  /** Whether a row is open and falls due within {@link Counts#SOON_DAYS} days. */
  public static String dueSoon(String alias) {
    return "(%1$s.open and coalesce(%1$s.due between :today and :today + %2$d, false))"
        .formatted(alias, Counts.SOON_DAYS);
  }

  /**
   * Whether a row belongs to the year {@code :year}: it falls due then, or has no day and its plan
   * runs then.
   */
  public static String ofYear(String alias, Moment moment) {
    return ofYear("due", alias, moment);
  }

  /** The same by the day first set, whatever it was moved to since. */
  public static String originallyOfYear(String alias, Moment moment) {
    return ofYear("original_due", alias, moment);
  }

  /**
   * The same for a list that is narrowed down to classes: what is in a class against the days first
   * set belongs to the year of that day.
   */
  public static String ofYear(
      String alias,
      Moment moment,
      @Nullable Timeliness timeliness,
      @Nullable Timeliness originalTimeliness) {
    String originally = originallyOfYear(alias, moment);
    if (originalTimeliness == null) {
      return ofYear(alias, moment);
    }
    return timeliness == null ? originally : ofYear(alias, moment) + " and " + originally;
  }

  private static String ofYear(String day, String alias, Moment moment) {
    return """
    (case when %1$s.%4$s is not null then extract(year from %1$s.%4$s) = :year
         else exists (select 1 from %2$s where %3$s and within.id = %1$s.plan
                and :year between extract(year from coalesce(within.period_from, within.issue_date))
                              and extract(year from coalesce(within.period_to, within.issue_date)))
    end)
    """
        .formatted(alias, moment.rows("plan", "within"), moment.holds("within"), day);
  }

  /**
   * The columns of {@link Counts.Group}, for a select grouped by the first four.
   *
   * @param request SQL that says whether a row is a request
   * @param originalRequest SQL that says whether it was one when it was first charged with
   */
  public static String counted(
      String of,
      String state,
      String alias,
      String request,
      String originalRequest,
      Moment moment) {
    return """
    %1$s as "of", %2$s as state, %3$s as timeliness, %4$s as original_timeliness,
    count(*) as number, count(*) filter (where %5$s) as due_soon
    """
        .formatted(
            of,
            state,
            timeliness(alias, request),
            originalTimeliness(alias, originalRequest, moment),
            dueSoon(alias));
  }
}
