package plantrail.query.obstacles;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.obstacle.ObstacleState;

/**
 * What hinders an agency.
 *
 * @param plan identifier of the plan that is hindered
 * @param document the plan's number and symbol
 * @param task identifier of the task that is hindered; null for the plan as a whole
 * @param agency code of the agency that raised it
 * @param holder code of the agency that has it, or that answered it
 * @param title what hinders, in a line
 * @param detail the same at length; null if the line says all
 * @param answer what is to be done about it; null until it is answered
 * @param remains what remains unsolved in the words of those who raised it; null if nothing
 * @param path codes of the agencies that it came to, in order; before them those that raised it and
 *     have ended
 * @param steps what the reader may do now
 */
public record ObstacleView(
    String id,
    String plan,
    String document,
    @Nullable String task,
    String agency,
    @Nullable String agencyName,
    String holder,
    @Nullable String holderName,
    String title,
    @Nullable String detail,
    LocalDate raisedOn,
    ObstacleState state,
    @Nullable String answer,
    @Nullable String remains,
    List<String> path,
    List<String> steps) {}
