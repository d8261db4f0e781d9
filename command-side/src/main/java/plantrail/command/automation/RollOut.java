package plantrail.command.automation;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.commandhandling.RoutingKey;
import org.jspecify.annotations.Nullable;

/**
 * Opens a part of a plan's duties in one unit of work: all of them or none. Given by the automation
 * alone.
 *
 * @param planId the plan
 * @param version the version of the plan that charges them
 * @param since day from which they stand, local date
 * @param charges the duties of this part
 */
record RollOut(@RoutingKey String planId, int version, LocalDate since, List<Charge> charges) {

  /** The same for those duties. */
  RollOut of(List<Charge> others) {
    return new RollOut(planId, version, since, List.copyOf(others));
  }

  /**
   * One agency's duty under a rule.
   *
   * @param rule mark of the assignment rule, or of the reporting rule if there is a period
   * @param period label of the period of a report; null for a task
   * @param agency code of the agency
   */
  record Duty(String rule, @Nullable String period, String agency) {}

  /**
   * The charge with a duty.
   *
   * @param due last timely day, local date; null if it has none
   */
  record Charge(Duty duty, @Nullable LocalDate due) {}
}
