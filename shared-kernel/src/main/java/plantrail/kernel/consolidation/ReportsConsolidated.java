package plantrail.kernel.consolidation;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.plan.Indicator;

/**
 * A channel agency made one report of what came in from below.
 *
 * @param consolidationId see {@link ConsolidationId}
 * @param planId the plan that asks for the reports
 * @param document the plan's number and symbol
 * @param rule mark of the reporting rule within the plan
 * @param title what the reports are about
 * @param period label of the period, see {@link plantrail.kernel.calendar.Period#label()}
 * @param channel code of the agency that consolidates
 * @param addressees codes of the agencies that the reports come to through it
 * @param issuer code of the agency that issued the plan
 * @param focal code of the plan's focal agency; null if none
 * @param form what it states in figures; empty if it is text alone
 * @param gathered what had come in
 * @param content its text; null if the figures say all
 * @param happenedOn day on which it was made, local date
 */
@Revision("3")
public record ReportsConsolidated(
    String consolidationId,
    String planId,
    String document,
    String rule,
    String title,
    String period,
    String channel,
    List<String> addressees,
    String issuer,
    @Nullable String focal,
    List<Indicator> form,
    Gathered gathered,
    @Nullable String content,
    LocalDate happenedOn)
    implements ConsolidationEvent {
  public ReportsConsolidated {
    addressees = List.copyOf(addressees);
    form = List.copyOf(form);
  }
}
