package plantrail.query.inspections;

import org.jspecify.annotations.Nullable;
import plantrail.kernel.message.Actor;
import plantrail.query.platform.Paging;
import plantrail.query.platform.When;

/** Which inspections there were. Answered with an {@link InspectionPage}. */
public record FindInspections(Actor reader, When when, Filter filter, Paging paging) {

  /**
   * All that is given must hold.
   *
   * @param plan identifier of the plan
   * @param agency code of the inspecting or the inspected agency
   * @param year year in which it took place
   */
  public record Filter(@Nullable String plan, @Nullable String agency, @Nullable Integer year) {
    public static final Filter NONE = new Filter(null, null, null);
  }
}
