package plantrail.query.platform;

/** SQL that tasks and reports have in common. */
public final class Duties {
  private Duties() {}

  /**
   * The {@link plantrail.kernel.calendar.Timeliness} of a row.
   *
   * @param request SQL that says whether it is a request
   */
  public static String timeliness(String alias, String request) {
    return "view.timeliness(%1$s.due, %1$s.handed_in_on, :today, %2$s)".formatted(alias, request);
  }

  /** Whether a row is open and falls due within {@link Counts#SOON_DAYS} days. */
  public static String dueSoon(String alias) {
    return "(%1$s.open and coalesce(%1$s.due between :today and :today + %2$d, false))"
        .formatted(alias, Counts.SOON_DAYS);
  }

  /** The columns of {@link Counts.Group}, for a grouped select. */
  public static String counted(String of, String state, String alias, String request) {
    return """
    %1$s as "of", %2$s as state, %3$s as timeliness, count(*) as number,
    count(*) filter (where %4$s) as due_soon
    """
        .formatted(of, state, timeliness(alias, request), dueSoon(alias));
  }
}
