package plantrail.query.moves;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.plan.PlanChange;

/**
 * A move as it is kept. Who made it is who decided: of what an automation did in the course of a
 * change of a plan or of the registry, whoever made that change.
 *
 * @param position place in the log of the event that made it
 * @param nth its number among the moves of that event, from 0
 * @param reform whether agencies were merged, split or dissolved, and nobody chose another owner
 * @param day when it happened, local date; of what an automation did in the course of a change of a
 *     plan, that of the change
 * @param days by how many days the last timely day moved, negative if to an earlier day; null if
 *     there was or is none
 * @param change what became of a part, or that a duty or plan was withdrawn; null for others
 * @param chain what all that follows from one decision has in common
 */
record MoveRow(
    long position,
    int nth,
    Moved moved,
    boolean reform,
    String subject,
    Instant recordedAt,
    LocalDate day,
    @Nullable String actor,
    @Nullable String actorName,
    @Nullable String agency,
    @Nullable String mandatorName,
    @Nullable LocalDate oldDue,
    @Nullable LocalDate newDue,
    @Nullable Integer days,
    @Nullable String oldOwner,
    @Nullable String newOwner,
    PlanChange.@Nullable Part part,
    @Nullable String mark,
    PlanChange.@Nullable Change change,
    @Nullable String clause,
    @Nullable String reason,
    @Nullable String basis,
    @Nullable String chain) {}
