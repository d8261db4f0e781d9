package plantrail.kernel.task;

import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.attachment.Attachment;

/**
 * The responsible agency reported how far it has come.
 *
 * @param percent share done, 0 to 100
 * @param note what was done; null if only the share changed
 * @param attachments files that show it
 */
@Revision("2")
public record ProgressReported(
    String taskId, int percent, @Nullable String note, List<Attachment> attachments)
    implements TaskEvent {
  public ProgressReported {
    attachments = List.copyOf(attachments);
  }
}
