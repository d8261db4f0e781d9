package plantrail.command.report.domain;

import java.util.List;

/** The reports that are owed together. Each as its record tells at this moment. */
public interface OwedReports {
  /**
   * All reports that were opened for one period of a plan's reporting rule; those that were handed
   * in in the order in which that was recorded last.
   */
  List<Report> of(String planId, String rule, String period);

  /** Whether any of those was asked for under another title. */
  default boolean calledOtherwise(String planId, String rule, String period, String title) {
    return of(planId, rule, period).stream().anyMatch(each -> !each.opened().title().equals(title));
  }
}
