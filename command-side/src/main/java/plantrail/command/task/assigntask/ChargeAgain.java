package plantrail.command.task.assigntask;

import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskId;

/**
 * Charges again with a task that was called off and that its plan asks for anew. Given by the
 * automation alone.
 *
 * @param taskId the task
 * @param assignment what is charged from now on, and whom
 */
public record ChargeAgain(@TargetAggregateIdentifier TaskId taskId, TaskAssigned assignment) {}
