package plantrail.command.consolidation.domain;

import java.util.List;
import plantrail.command.report.domain.Report;

/** The reports that a consolidation is made of. Each as its record tells at this moment. */
public interface OwedReports {
  /** All reports that were opened for one period of a plan's reporting rule. */
  List<Report> of(String planId, String rule, String period);
}
