package plantrail.query.agencies;

import org.jspecify.annotations.Nullable;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.message.Actor;
import plantrail.query.platform.Paging;
import plantrail.query.platform.When;

/** Which agencies there are. Answered with an {@link AgencyPage}. */
public record FindAgencies(Actor reader, When when, Filter filter, Paging paging) {

  /**
   * @param superior code of the agency directly above
   * @param under code of an agency; itself and all below it
   * @param ended whether those too that exist no more or not yet on that day
   */
  public record Filter(
      @Nullable AgencyKind kind,
      @Nullable AgencyLevel level,
      @Nullable String superior,
      @Nullable String under,
      @Nullable Boolean ended) {
    public static final Filter NONE = new Filter(null, null, null, null, null);
  }
}
