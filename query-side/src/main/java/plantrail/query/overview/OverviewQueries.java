package plantrail.query.overview;

import java.util.List;
import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import plantrail.kernel.message.Refusal;
import plantrail.query.agencies.AgenciesProjection;
import plantrail.query.planregister.PlanRegisterProjection;
import plantrail.query.platform.Moments;
import plantrail.query.platform.Scope;
import plantrail.query.platform.Scopes;
import plantrail.query.reportmatrix.ReportMatrixProjection;
import plantrail.query.taskboard.TaskBoardProjection;

/** Answers with figures. */
@Component
public class OverviewQueries {
  private static final Set<String> READS =
      Set.of(
          TaskBoardProjection.GROUP,
          ReportMatrixProjection.GROUP,
          PlanRegisterProjection.GROUP,
          AgenciesProjection.GROUP);

  private final FigureTable table;
  private final Scopes scopes;
  private final Moments moments;

  OverviewQueries(FigureTable table, Scopes scopes, Moments moments) {
    this.table = table;
    this.scopes = scopes;
    this.moments = moments;
  }

  @QueryHandler
  public Overview handle(GetOverview query) {
    return moments.read(
        query.when(),
        READS,
        moment -> {
          Figures figures =
              table.figures(query.filter(), null, scopes.of(query.reader(), moment), moment);
          return new Overview(
              figures.tasks(),
              figures.reports(),
              figures.byPlan(),
              figures.byAgency(),
              figures.byMonth(),
              moment.asOf());
        });
  }

  @QueryHandler
  public Scorecard handle(GetScorecard query) {
    return moments.read(
        query.when(),
        READS,
        moment -> {
          Scope scope = scopes.of(query.reader(), moment);
          String code = query.code();
          Figures own = table.figures(query.filter(), List.of(code), scope, moment);
          if (!own.names().containsKey(code)) {
            throw Refusal.notFound(code);
          }
          Figures branch = table.figures(query.filter(), scopes.below(code, moment), scope, moment);
          return new Scorecard(
              code,
              own.names().get(code),
              own.tasks(),
              own.reports(),
              own.byPlan(),
              own.byMonth(),
              new Scorecard.Branch(branch.tasks(), branch.reports()),
              branch.byAgency().stream().filter(each -> !each.agency().equals(code)).toList(),
              moment.asOf());
        });
  }
}
