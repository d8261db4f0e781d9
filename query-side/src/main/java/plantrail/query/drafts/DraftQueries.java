package plantrail.query.drafts;

import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import plantrail.kernel.message.Refusal;
import plantrail.query.agencies.AgenciesProjection;
import plantrail.query.history.HistoryProjection;
import plantrail.query.history.HistoryTable;
import plantrail.query.platform.Moments;

/** Answers about drafts. */
@Component
public class DraftQueries {
  private static final Set<String> READS =
      Set.of(DraftsProjection.GROUP, AgenciesProjection.GROUP, HistoryProjection.GROUP);

  private final DraftTable drafts;
  private final HistoryTable history;
  private final Moments moments;

  public DraftQueries(DraftTable drafts, HistoryTable history, Moments moments) {
    this.drafts = drafts;
    this.history = history;
    this.moments = moments;
  }

  @QueryHandler
  public DraftPage handle(FindDrafts query) {
    return moments.read(
        query.when(),
        READS,
        moment -> {
          var found = drafts.find(query.filter(), query.paging(), query.reader(), moment);
          return new DraftPage(
              found.items(),
              query.paging().number(),
              query.paging().limit(),
              found.total(),
              found.capped(),
              moment.asOf());
        });
  }

  @QueryHandler
  public DraftAnswer handle(GetDraft query) {
    return moments.read(
        query.when(),
        READS,
        moment -> {
          DraftTable.Written draft = drafts.get(query.id(), query.reader(), moment);
          if (draft == null) {
            throw Refusal.notFound(query.id());
          }
          return new DraftAnswer(
              draft.view(),
              draft.content(),
              history.timeline(draft.view().id(), moment),
              moment.asOf());
        });
  }
}
