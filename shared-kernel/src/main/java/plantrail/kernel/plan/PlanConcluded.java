package plantrail.kernel.plan;

import org.axonframework.serialization.Revision;

/**
 * A plan was concluded by its issuer. What is still open stays owed.
 *
 * @param conclusion what its issuer concludes
 * @param openTasks how many of its tasks are still open
 * @param openReports how many of its reports are still open
 */
@Revision("1")
public record PlanConcluded(String planId, String conclusion, int openTasks, int openReports)
    implements PlanEvent {}
