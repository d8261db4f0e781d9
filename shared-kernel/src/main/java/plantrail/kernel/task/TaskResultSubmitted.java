package plantrail.kernel.task;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.attachment.Attachment;

/**
 * The responsible agency handed in its result.
 *
 * @param result what was done, in the agency's words
 * @param happenedOn day of the hand-over, local date; lateness is judged by it
 * @param attachments files that belong to it
 * @param reason why it was handed in although parts of the task were open; null if none was
 */
@Revision("2")
public record TaskResultSubmitted(
    String taskId,
    String result,
    LocalDate happenedOn,
    List<Attachment> attachments,
    @Nullable String reason)
    implements TaskEvent {
  public TaskResultSubmitted {
    attachments = List.copyOf(attachments);
  }
}
