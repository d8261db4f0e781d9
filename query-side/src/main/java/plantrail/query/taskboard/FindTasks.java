package plantrail.query.taskboard;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.calendar.Timeliness;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.task.TaskProgress;
import plantrail.query.platform.Paging;
import plantrail.query.platform.When;

/** Which tasks there are. Answered with a {@link TaskPage}. */
public record FindTasks(Actor reader, When when, Filter filter, Paging paging) {

  /**
   * All that is given must hold.
   *
   * @param plan identifier of the plan
   * @param item outline number of the plan's item; tasks of items below it count too
   * @param agency code of the responsible agency
   * @param below whether tasks of the agencies below that one count too
   * @param assigner code of the agency that charged it
   * @param reviewer code of an agency that may accept the result: the one that charged it, or the
   *     plan's focal agency
   * @param toAnswer whether it awaits an answer of who may accept the result: a result was handed
   *     in, a later day was asked for, or it was declined
   * @param role one of the agency's parts in it
   * @param progress how far it has come
   * @param timeliness how it stands against its last timely day
   * @param originalTimeliness how it would stand, had that day never been moved and had it not been
   *     called off
   * @param open whether a result is owed
   * @param dueSoon whether it is open and falls due within three days
   * @param dueBefore only tasks due before that day
   * @param year tasks that fall due in that year, and those without a day of plans that run in it
   * @param inspection identifier of the inspection whose recommendations are asked for
   */
  public record Filter(
      @Nullable String plan,
      @Nullable String item,
      @Nullable String agency,
      @Nullable Boolean below,
      @Nullable String assigner,
      @Nullable String reviewer,
      @Nullable Boolean toAnswer,
      @Nullable DutyRole role,
      @Nullable TaskProgress progress,
      @Nullable Timeliness timeliness,
      @Nullable Timeliness originalTimeliness,
      @Nullable Boolean open,
      @Nullable Boolean dueSoon,
      @Nullable LocalDate dueBefore,
      @Nullable Integer year,
      @Nullable String inspection) {
    public static final Filter NONE =
        new Filter(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null);

    /** The tasks of one plan. */
    public static Filter ofPlan(String plan) {
      return new Filter(
          plan, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
          null);
    }

    /** The tasks of an item of a plan and of the items below it. */
    public static Filter ofItem(String plan, String item) {
      return new Filter(
          plan, item, null, null, null, null, null, null, null, null, null, null, null, null, null,
          null);
    }

    /** The tasks of one agency. */
    public static Filter ofAgency(String agency) {
      return new Filter(
          null, null, agency, null, null, null, null, null, null, null, null, null, null, null,
          null, null);
    }

    /** The tasks that await that agency's answer. */
    public static Filter toAnswer(String agency) {
      return new Filter(
          null, null, null, null, null, agency, true, null, null, null, null, null, null, null,
          null, null);
    }
  }
}
