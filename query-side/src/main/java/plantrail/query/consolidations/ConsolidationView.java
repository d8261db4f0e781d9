package plantrail.query.consolidations;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.consolidation.ConsolidationState;
import plantrail.kernel.consolidation.Gathered.CameIn;
import plantrail.kernel.consolidation.Gathered.Missing;
import plantrail.kernel.plan.Indicator;
import plantrail.kernel.report.Figure;

/**
 * What a channel agency made of the reports of one period that came in through it.
 *
 * @param plan identifier of the plan that asks for the reports
 * @param document the plan's number and symbol
 * @param rule mark of the reporting rule
 * @param period label of the period, for example {@code 2024-Q3}
 * @param channel code of the agency that consolidates
 * @param addressees codes of the agencies that it is for
 * @param form what it states in figures; empty if it is text alone
 * @param cameIn the reports that it is made of
 * @param missing the reports that were missing
 * @param computed the figures as computed from the reports
 * @param figures the figures as they stand, corrections by hand included
 * @param preparedOn local day on which it was last made
 * @param forwardedOn local day on which it was last sent; null if it never was
 * @param returnReason what has to be corrected, after a return
 * @param steps what the reader may do now
 */
public record ConsolidationView(
    String id,
    String plan,
    String document,
    String rule,
    String title,
    String period,
    String channel,
    @Nullable String channelName,
    List<String> addressees,
    List<Indicator> form,
    List<CameIn> cameIn,
    List<Missing> missing,
    List<Figure> computed,
    List<Figure> figures,
    @Nullable String content,
    ConsolidationState state,
    LocalDate preparedOn,
    @Nullable LocalDate forwardedOn,
    @Nullable String returnReason,
    List<String> steps) {}
