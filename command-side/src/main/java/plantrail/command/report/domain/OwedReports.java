package plantrail.command.report.domain;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;

/** The reports that are owed together. Each as its record tells at this moment. */
public interface OwedReports {
  /** All reports that were opened for one period of a plan's reporting rule. */
  List<Report> of(String planId, String rule, String period);

  /** The titles under which those were asked for. */
  default Set<String> titles(String planId, String rule, String period) {
    return of(planId, rule, period).stream()
        .map(report -> report.opened().title())
        .collect(toSet());
  }
}
