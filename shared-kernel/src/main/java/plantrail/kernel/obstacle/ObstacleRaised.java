package plantrail.kernel.obstacle;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * An agency said what hinders it.
 *
 * @param obstacleId see {@link ObstacleId}
 * @param planId the plan that is hindered
 * @param document the plan's number and symbol
 * @param taskId the task that is hindered; null for the plan as a whole
 * @param agency code of the agency that raised it
 * @param holder code of the agency that it comes to first
 * @param title what hinders, in a line
 * @param detail the same at length; null if the line says all
 * @param issuer code of the agency that issued the plan
 * @param focal code of the plan's focal agency; null if none
 * @param raisedOn day on which it was raised, local date
 */
@Revision("1")
public record ObstacleRaised(
    String obstacleId,
    String planId,
    String document,
    @Nullable String taskId,
    String agency,
    String holder,
    String title,
    @Nullable String detail,
    String issuer,
    @Nullable String focal,
    LocalDate raisedOn)
    implements ObstacleEvent {}
