package plantrail.query.attachments;

import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import plantrail.kernel.attachment.Attachment;
import plantrail.kernel.message.Refusal;
import plantrail.query.history.HistoryQueries;
import plantrail.query.history.HistoryTable;
import plantrail.query.platform.Moments;

/** Tells which files there are: those that the history refers to, for those who may read that. */
@Component
public class AttachmentQueries {
  private final HistoryTable history;
  private final Moments moments;

  public AttachmentQueries(HistoryTable history, Moments moments) {
    this.history = history;
    this.moments = moments;
  }

  @QueryHandler
  public Attachment handle(GetAttachment query) {
    return moments.read(
        query.when(),
        HistoryQueries.READS,
        moment ->
            history
                .attachment(query.subject(), query.hash(), query.reader(), moment)
                .orElseThrow(() -> Refusal.notFound(query.hash())));
  }
}
