package plantrail.query.reportmatrix;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.calendar.Timeliness;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.plan.Indicator;
import plantrail.kernel.report.Figure;
import plantrail.kernel.report.ReportState;

/**
 * A report that is or was owed.
 *
 * @param plan identifier of the plan that asks for it
 * @param document the plan's number and symbol
 * @param rule mark of the reporting rule within the plan
 * @param agency code of the agency that owes it
 * @param period label of the period, for example {@code 2024-Q3}
 * @param due last timely day; null if the plan states none
 * @param originalDue last timely day as first set, also of what was called off and is asked for
 *     again
 * @param addressees for whom it is, each with its channel
 * @param channel code of the first agency through which it passes; null if none
 * @param issuer code of the agency that issued the plan
 * @param handedInOn day of the hand-over that counts; null while it is owed
 * @param returnReason what has to be corrected, after a return
 * @param open whether it is owed
 * @param stopReason why it was waived or withdrawn; null if it was not
 * @param form what it states in figures; empty if it is text alone
 * @param figures what was handed in of them
 * @param timeliness how it stands against its last timely day
 * @param originalTimeliness how it would stand, had that day never been moved and had it not been
 *     called off
 * @param dueSoon whether it is open and falls due within three days
 * @param steps commands that the reader may give now, the likely next one first; none for the past
 */
public record ReportView(
    String id,
    String plan,
    String document,
    String rule,
    String title,
    String agency,
    @Nullable String agencyName,
    String period,
    LocalDate periodFrom,
    LocalDate periodTo,
    @Nullable LocalDate due,
    @Nullable LocalDate originalDue,
    List<Addressee> addressees,
    @Nullable String channel,
    @Nullable String channelName,
    String issuer,
    @Nullable String issuerName,
    ReportState state,
    @Nullable String content,
    @Nullable LocalDate handedInOn,
    @Nullable String returnReason,
    boolean open,
    @Nullable String stopReason,
    List<Indicator> form,
    List<Figure> figures,
    Timeliness timeliness,
    Timeliness originalTimeliness,
    boolean dueSoon,
    List<String> steps) {}
