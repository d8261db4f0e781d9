package plantrail.query.moves;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.plan.PlanChange;
import plantrail.query.history.SubjectName;
import tools.jackson.databind.JsonNode;

/**
 * Something that was moved.
 *
 * @param position place in the log of the event that moved it, see {@code /api/history}
 * @param nth its number among the moves of that event, from 0
 * @param moved what was moved
 * @param reform whether agencies were merged, split or dissolved, and nobody chose another owner
 * @param subject identifier of the task, report, target or plan
 * @param kind what that is
 * @param plan identifier of the plan
 * @param document the plan's number and symbol
 * @param title title of the task, report, target or plan
 * @param period label of a report's period; null for all else
 * @param responsible code of the agency that owed it when it was moved, of a plan its issuer then
 * @param day when it happened, local date
 * @param actor user name of the person who moved it; of what followed from a change of the plan or
 *     of the registry, of whoever made that change
 * @param agency code of the agency that the person acted for; null for none
 * @param mandatorName name of the person by whose mandate they acted; null if in their own right
 * @param oldDue last timely day before; null if none, or if something else was moved
 * @param newDue last timely day from then on; null if none, or if something else was moved
 * @param days by how many days it moved, negative to an earlier day; null without two days
 * @param oldOwner code of the agency that was responsible; null if something else was moved
 * @param newOwner code of the agency that is responsible from then on
 * @param part the kind of part of the plan, of a moved day the reporting rule that names it; null
 *     if none
 * @param mark the part's mark within the plan, of a duty that was charged beyond what the plan says
 *     its own; null if none, or if the subject is the part
 * @param change what became of the part; WITHDRAWN for a duty or plan that was called off, ADDED
 *     for a duty that was charged beyond what the plan says, or that was called off before and is
 *     asked for again
 * @param clause the clause of the amending document that says so; null if none
 * @param before the part as the plan stated it before; null if it did not
 * @param after the part as the plan states it from then on; null if it does not any more
 * @param reason why
 * @param basis the document that it rests on; null if none
 */
public record MoveView(
    long position,
    int nth,
    Moved moved,
    boolean reform,
    String subject,
    SubjectName.Kind kind,
    String plan,
    String document,
    String title,
    @Nullable String period,
    String responsible,
    @Nullable String responsibleName,
    LocalDate day,
    Instant recordedAt,
    @Nullable String actor,
    @Nullable String actorName,
    @Nullable String agency,
    @Nullable String agencyName,
    @Nullable String mandatorName,
    @Nullable LocalDate oldDue,
    @Nullable LocalDate newDue,
    @Nullable Integer days,
    @Nullable String oldOwner,
    @Nullable String oldOwnerName,
    @Nullable String newOwner,
    @Nullable String newOwnerName,
    PlanChange.@Nullable Part part,
    @Nullable String mark,
    PlanChange.@Nullable Change change,
    @Nullable String clause,
    @Nullable JsonNode before,
    @Nullable JsonNode after,
    @Nullable String reason,
    @Nullable String basis) {}
