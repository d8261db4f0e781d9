package plantrail.query.taskboard;

import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import plantrail.kernel.message.Actor;
import plantrail.query.platform.Paging;
import plantrail.query.platform.Queries;
import plantrail.query.platform.Tagged;
import plantrail.query.platform.When;

/** Tasks over HTTP. */
@RestController
class TaskEndpoint {
  private final Queries queries;

  TaskEndpoint(Queries queries) {
    this.queries = queries;
  }

  @GetMapping("/api/tasks")
  TaskPage findTasks(
      Actor reader,
      @ParameterObject When when,
      @ParameterObject FindTasks.Filter filter,
      @ParameterObject Paging paging) {
    return queries.ask(new FindTasks(reader, when, filter, paging), TaskPage.class);
  }

  @GetMapping("/api/tasks/{id}")
  ResponseEntity<TaskAnswer> getTask(
      Actor reader, @ParameterObject When when, @PathVariable String id) {
    TaskAnswer task = queries.ask(new GetTask(reader, when, id), TaskAnswer.class);
    return Tagged.answer(task, task.asOf(), reader);
  }
}
