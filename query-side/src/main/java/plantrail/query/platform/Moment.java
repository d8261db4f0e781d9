package plantrail.query.platform;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A moment found in the log.
 *
 * @param position the last event that counts
 * @param time the moment itself
 * @param today its local day, against which due dates are held
 * @param past whether it was asked for as a past one
 */
public record Moment(long position, Instant time, LocalDate today, boolean past) {
  private static final String DATED = "agency";

  /**
   * The table's rows at that moment, for a from clause. Agencies have the name and the superior of
   * its day: what is decided about them holds from a day on, whenever it was recorded.
   */
  public String rows(String table, String alias) {
    String rows = "view." + table + (past ? "_version" : "");
    return (table.equals(DATED) ? rows + "_on(:today) " : rows + " ") + alias;
  }

  /** The condition under which a row of {@link #rows} holds at that moment. */
  public String holds(String alias) {
    // Outside of the view's two legs, so that the planner can merge them in the order of an index.
    return past
        ? "%1$s.from_position <= :position and %1$s.upto_position > :position".formatted(alias)
        : "true";
  }

  /**
   * The status at that moment of a plan, as the column {@code plan_status}, and the version of the
   * workflow tables by which it goes, as {@code workflows}. What belongs to none, or to one that
   * was issued just now and is not read yet, is treated as under one in force that goes by the
   * present tables.
   *
   * @param plan what names the plan's identifier, of a row of ours
   */
  public String planStatus(String plan) {
    return """
    coalesce((select of_plan.status %1$s), 'IN_FORCE') as plan_status,
    (select cast(of_plan.rules_in_force ->> 'workflows' as int) %1$s) as workflows
    """
        .formatted(
            "from %s where of_plan.id = %s and %s"
                .formatted(rows("plan", "of_plan"), plan, holds("of_plan")));
  }

  /** The condition under which an agency has ended by that moment's day. */
  public static String ended(String alias) {
    return alias + ".valid_to < :today";
  }

  /** A left join with the table's rows at that moment. */
  public String join(String table, String alias, String on) {
    return "left join %s on %s and %s".formatted(rows(table, alias), on, holds(alias));
  }

  public AsOf asOf() {
    return new AsOf(position, time);
  }
}
