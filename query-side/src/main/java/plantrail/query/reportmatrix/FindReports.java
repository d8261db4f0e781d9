package plantrail.query.reportmatrix;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.calendar.Timeliness;
import plantrail.kernel.message.Actor;
import plantrail.kernel.report.ReportState;
import plantrail.query.platform.Paging;
import plantrail.query.platform.When;

/** Which reports are or were owed. Answered with a {@link ReportPage}. */
public record FindReports(Actor reader, When when, Filter filter, Paging paging) {

  /**
   * All that is given must hold.
   *
   * @param plan identifier of the plan
   * @param rule mark of the reporting rule within the plan
   * @param agency code of the agency that owes it
   * @param below whether reports of the agencies below that one count too
   * @param recipient code of an agency that may accept it: an addressee, a channel or the issuer
   * @param period label of the period
   * @param state how far it has come
   * @param timeliness how it stands against its last timely day
   * @param originalTimeliness how it would stand, had that day never been moved and had it not been
   *     called off
   * @param open whether it is owed
   * @param dueSoon whether it is open and falls due within three days
   * @param dueBefore only reports due before that day
   * @param year reports that fall due in that year, and those without a day of plans that run in it
   */
  public record Filter(
      @Nullable String plan,
      @Nullable String rule,
      @Nullable String agency,
      @Nullable Boolean below,
      @Nullable String recipient,
      @Nullable String period,
      @Nullable ReportState state,
      @Nullable Timeliness timeliness,
      @Nullable Timeliness originalTimeliness,
      @Nullable Boolean open,
      @Nullable Boolean dueSoon,
      @Nullable LocalDate dueBefore,
      @Nullable Integer year) {
    public static final Filter NONE =
        new Filter(null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** The reports of one agency. */
    public static Filter ofAgency(String agency) {
      return new Filter(
          null, null, agency, null, null, null, null, null, null, null, null, null, null);
    }
  }
}
