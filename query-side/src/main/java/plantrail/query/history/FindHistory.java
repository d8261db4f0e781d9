package plantrail.query.history;

import org.jspecify.annotations.Nullable;
import plantrail.kernel.message.Actor;
import plantrail.query.platform.Paging;
import plantrail.query.platform.When;

/** What happened. Answered with a {@link HistoryPage}. */
public record FindHistory(Actor reader, When when, Filter filter, Paging paging) {

  /**
   * All that is given must hold.
   *
   * @param subject identifier of what it happened to
   * @param plan identifier of a plan: its own events and those of all of its duties
   * @param since a position; only what came later
   * @param name logical name of the event
   * @param actor user name of the person
   * @param agency code of the agency acted for
   */
  public record Filter(
      @Nullable String subject,
      @Nullable String plan,
      @Nullable Long since,
      @Nullable String name,
      @Nullable String actor,
      @Nullable String agency) {
    public static final Filter NONE = new Filter(null, null, null, null, null, null);

    /** The events of one subject. */
    public static Filter of(String subject) {
      return new Filter(subject, null, null, null, null, null);
    }

    /** The events of a plan and all of its duties. */
    public static Filter ofPlan(String plan) {
      return new Filter(null, plan, null, null, null, null);
    }
  }
}
