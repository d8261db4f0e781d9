package plantrail.kernel.task;

import java.time.LocalDate;
import org.axonframework.serialization.Revision;
import plantrail.kernel.Escalation;

/**
 * The task stayed overdue and was put before a superior agency.
 *
 * @param addressee code of the superior agency that was told
 * @param due the last timely day, local date
 * @param daysOver working days since then
 */
@Revision("1")
public record TaskEscalated(String taskId, String addressee, LocalDate due, int daysOver)
    implements TaskEvent, Escalation {}
