package plantrail.query.targets;

import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import plantrail.kernel.message.Refusal;
import plantrail.query.agencies.AgenciesProjection;
import plantrail.query.history.HistoryProjection;
import plantrail.query.history.HistoryTable;
import plantrail.query.models.ModelsProjection;
import plantrail.query.planregister.PlanRegisterProjection;
import plantrail.query.platform.Moments;
import plantrail.query.taskboard.TaskBoardProjection;

/** Answers about targets. */
@Component
public class TargetQueries {
  private static final Set<String> READS =
      Set.of(
          TargetsProjection.GROUP,
          ModelsProjection.GROUP,
          PlanRegisterProjection.GROUP,
          AgenciesProjection.GROUP,
          HistoryProjection.GROUP,
          TaskBoardProjection.GROUP);

  private final TargetTable targets;
  private final HistoryTable history;
  private final Moments moments;

  public TargetQueries(TargetTable targets, HistoryTable history, Moments moments) {
    this.targets = targets;
    this.history = history;
    this.moments = moments;
  }

  @QueryHandler
  public TargetPage handle(FindTargets query) {
    return moments.read(
        query.when(),
        READS,
        moment -> {
          var found = targets.find(query.filter(), query.paging(), query.reader(), moment);
          return new TargetPage(
              found.items(),
              query.paging().number(),
              query.paging().limit(),
              found.total(),
              found.capped(),
              moment.asOf());
        });
  }

  @QueryHandler
  public TargetAnswer handle(GetTarget query) {
    return moments.read(
        query.when(),
        READS,
        moment -> {
          TargetView target = targets.get(query.id(), query.reader(), moment);
          if (target == null) {
            throw Refusal.notFound(query.id());
          }
          return new TargetAnswer(target, history.timeline(target.id(), moment), moment.asOf());
        });
  }
}
