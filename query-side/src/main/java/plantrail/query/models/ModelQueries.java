package plantrail.query.models;

import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import plantrail.kernel.message.Refusal;
import plantrail.query.agencies.AgenciesProjection;
import plantrail.query.history.HistoryProjection;
import plantrail.query.history.HistoryTable;
import plantrail.query.planregister.PlanRegisterProjection;
import plantrail.query.platform.Moments;

/** Answers about models. */
@Component
public class ModelQueries {
  private static final Set<String> READS =
      Set.of(
          ModelsProjection.GROUP,
          PlanRegisterProjection.GROUP,
          AgenciesProjection.GROUP,
          HistoryProjection.GROUP);

  private final ModelTable models;
  private final HistoryTable history;
  private final Moments moments;

  public ModelQueries(ModelTable models, HistoryTable history, Moments moments) {
    this.models = models;
    this.history = history;
    this.moments = moments;
  }

  @QueryHandler
  public ModelPage handle(FindModels query) {
    return moments.read(
        query.when(),
        READS,
        moment -> {
          var found = models.find(query.filter(), query.paging(), query.reader(), moment);
          return new ModelPage(
              found.items(),
              query.paging().number(),
              query.paging().limit(),
              found.total(),
              found.capped(),
              moment.asOf());
        });
  }

  @QueryHandler
  public ModelAnswer handle(GetModel query) {
    return moments.read(
        query.when(),
        READS,
        moment -> {
          ModelView model = models.get(query.id(), query.reader(), moment);
          if (model == null) {
            throw Refusal.notFound(query.id());
          }
          return new ModelAnswer(model, history.timeline(model.id(), moment), moment.asOf());
        });
  }
}
