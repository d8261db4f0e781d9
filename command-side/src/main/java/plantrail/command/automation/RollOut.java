package plantrail.command.automation;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.RoutingKey;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.plan.ReportingRule;

/**
 * Opens a part of a plan's duties in one unit of work: all of them or none. Given by the automation
 * alone.
 *
 * @param planId the plan
 * @param version the version of the plan that charges them
 * @param since day from which they stand, local date
 * @param horizon last day up to which the occasions of its reporting rules are known
 * @param rests rests of the plan that the occasions of its reporting rules move with
 * @param duties the duties of this part
 */
record RollOut(
    @RoutingKey String planId,
    int version,
    LocalDate since,
    LocalDate horizon,
    Rests rests,
    List<Duty> duties) {

  /** The occasions of a rule that are owed by then, with the days on which these are due. */
  List<ReportingRule.Occasion> occasions(ReportingRule rule) {
    return rests.occasions(since, from -> rule.occasions(from, horizon));
  }

  /** The same for those duties. */
  RollOut of(List<Duty> others) {
    return new RollOut(planId, version, since, horizon, rests, List.copyOf(others));
  }

  /**
   * One agency's duty under a rule.
   *
   * @param rule mark of the assignment rule, or of the reporting rule if there is a period
   * @param period label of the period of a report; null for a task
   * @param agency code of the agency
   */
  record Duty(String rule, @Nullable String period, String agency) {}
}
