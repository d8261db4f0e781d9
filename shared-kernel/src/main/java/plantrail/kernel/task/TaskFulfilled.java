package plantrail.kernel.task;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;

/**
 * The agency issued its own plan, as the task demanded: the task is completed.
 *
 * @param byPlan identifier of the plan that it issued
 * @param byDocument that plan's number and symbol
 * @param happenedOn day of its issue, local date; lateness is judged by it
 */
@Revision("1")
public record TaskFulfilled(String taskId, String byPlan, String byDocument, LocalDate happenedOn)
    implements TaskEvent {}
