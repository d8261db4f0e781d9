package plantrail.query.taskboard;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.calendar.Timeliness;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.PlanStatus;
import plantrail.kernel.plan.Product;
import plantrail.kernel.plan.StatedFigure;
import plantrail.kernel.task.TaskProgress;

/**
 * A task.
 *
 * @param id its identifier
 * @param plan identifier of its plan
 * @param document the plan's number and symbol
 * @param duty mark of the duty within the plan
 * @param item outline number of the plan's item; null if it belongs to none
 * @param agency code of the responsible agency
 * @param roles its part in it, the leading one first
 * @param role the leading part
 * @param request whether it is a request to a body that cannot be ordered
 * @param partners with whom, in the plan's words; null if not said
 * @param sharedWith the other agencies that were charged with the same duty by name; empty if it is
 *     no joint one
 * @param due last timely day; null for a duty without a day
 * @param originalDue last timely day as first set, also of what was called off and is asked for
 *     again
 * @param assigner code of the agency that charged it
 * @param focal code of the plan's focal agency; null if none
 * @param inspection identifier of the inspection whose recommendation it is; null if of none
 * @param percent share done, 0 to 100
 * @param figures what its progress comes to in figures, those stated last; empty if none were
 * @param handedInOn day of the hand-over that counts; null while a result is owed
 * @param returnReason what has to be mended, after a return
 * @param open whether a result is owed: also of what was declined, until that is answered
 * @param parentTask identifier of the task that it is a part of; null if of none
 * @param weight how much it counts in that task's progress; null if of none
 * @param askedDue last timely day that was asked for and awaits an answer; null if none
 * @param askedReason why it was asked for
 * @param stopReason why it was declined or cancelled; null if it was not
 * @param timeliness how it stands against its last timely day
 * @param originalTimeliness how it would stand, had that day never been moved and had it not been
 *     called off
 * @param dueSoon whether it is open and falls due within three days
 * @param planStatus how far its plan has come
 * @param workflows version of the workflow tables by which it goes, that of its plan; null if not
 *     recorded, then the present one
 * @param steps commands that the reader may give now, the likely next one first; none for the past
 */
public record TaskView(
    String id,
    String plan,
    String document,
    String duty,
    @Nullable String item,
    String title,
    String agency,
    @Nullable String agencyName,
    List<DutyRole> roles,
    DutyRole role,
    boolean request,
    @Nullable String partners,
    List<Sharer> sharedWith,
    @Nullable LocalDate due,
    @Nullable LocalDate originalDue,
    String assigner,
    @Nullable String assignerName,
    @Nullable String focal,
    @Nullable String focalName,
    @Nullable Product creates,
    @Nullable String inspection,
    TaskProgress progress,
    int percent,
    @Nullable String note,
    List<StatedFigure> figures,
    @Nullable String result,
    @Nullable LocalDate handedInOn,
    @Nullable String returnReason,
    boolean open,
    @Nullable String parentTask,
    @Nullable Integer weight,
    @Nullable LocalDate askedDue,
    @Nullable String askedReason,
    @Nullable String stopReason,
    Timeliness timeliness,
    Timeliness originalTimeliness,
    boolean dueSoon,
    PlanStatus planStatus,
    @Nullable Integer workflows,
    List<String> steps) {}
