package plantrail.kernel.task;

import java.util.List;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.attachment.Attachment;
import plantrail.kernel.plan.StatedFigure;

/**
 * The responsible agency reported how far it has come.
 *
 * @param percent share done, 0 to 100
 * @param note what was done; null if only the share changed
 * @param figures what it comes to in figures, each of them once
 * @param attachments files that show it
 */
@Revision("3")
public record ProgressReported(
    String taskId,
    int percent,
    @Nullable String note,
    List<StatedFigure> figures,
    List<Attachment> attachments)
    implements TaskEvent {
  public ProgressReported {
    figures = List.copyOf(figures);
    attachments = List.copyOf(attachments);
  }
}
