package plantrail.query.taskboard;

import java.util.Set;
import org.axonframework.queryhandling.QueryHandler;
import org.springframework.stereotype.Component;
import plantrail.kernel.message.Refusal;
import plantrail.query.agencies.AgenciesProjection;
import plantrail.query.history.HistoryProjection;
import plantrail.query.history.HistoryTable;
import plantrail.query.planregister.PlanRegisterProjection;
import plantrail.query.platform.Moments;

/** Answers about tasks. */
@Component
public class TaskQueries {
  private static final Set<String> READS =
      Set.of(TaskBoardProjection.GROUP, PlanRegisterProjection.GROUP, AgenciesProjection.GROUP);
  private static final Set<String> READS_WITH_TIMELINE =
      Set.of(
          TaskBoardProjection.GROUP,
          PlanRegisterProjection.GROUP,
          AgenciesProjection.GROUP,
          HistoryProjection.GROUP);

  private final TaskTable tasks;
  private final HistoryTable history;
  private final Moments moments;

  public TaskQueries(TaskTable tasks, HistoryTable history, Moments moments) {
    this.tasks = tasks;
    this.history = history;
    this.moments = moments;
  }

  @QueryHandler
  public TaskPage handle(FindTasks query) {
    return moments.read(
        query.when(),
        READS,
        moment -> {
          var found = tasks.find(query.filter(), query.paging(), query.reader(), moment);
          return new TaskPage(
              found.items(),
              query.paging().number(),
              query.paging().limit(),
              found.total(),
              found.capped(),
              moment.asOf());
        });
  }

  @QueryHandler
  public TaskAnswer handle(GetTask query) {
    return moments.read(
        query.when(),
        READS_WITH_TIMELINE,
        moment -> {
          TaskView task = tasks.get(query.id(), query.reader(), moment);
          if (task == null) {
            throw Refusal.notFound(query.id());
          }
          return new TaskAnswer(
              task,
              tasks.parts(task, query.reader(), moment),
              history.timeline(task.id(), moment),
              moment.asOf());
        });
  }
}
