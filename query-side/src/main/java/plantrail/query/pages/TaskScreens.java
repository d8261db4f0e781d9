package plantrail.query.pages;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import plantrail.kernel.message.Actor;
import plantrail.query.platform.Paging;
import plantrail.query.platform.Queries;
import plantrail.query.platform.When;
import plantrail.query.taskboard.FindTasks;
import plantrail.query.taskboard.GetTask;
import plantrail.query.taskboard.TaskAnswer;
import plantrail.query.taskboard.TaskPage;

/** Tasks, and one task with what happened to it. */
@Controller
class TaskScreens {
  private final Queries queries;

  TaskScreens(Queries queries) {
    this.queries = queries;
  }

  @GetMapping("/tasks")
  String tasks(Actor me, When when, FindTasks.Filter filter, Paging paging, Model model) {
    model.addAttribute(
        "found", queries.ask(new FindTasks(me, when, filter, paging), TaskPage.class));
    return "tasks";
  }

  @GetMapping("/tasks/{id}")
  String task(Actor me, When when, @PathVariable String id, Model model) {
    TaskAnswer answer = queries.ask(new GetTask(me, when, id), TaskAnswer.class);
    model.addAttribute("task", answer.task());
    model.addAttribute("answer", answer);
    model.addAttribute("changes", HistoryScreen.changes(answer.timeline(), when, queries));
    model.addAttribute("told", ToldBefore.of(answer));
    model.addAttribute("again", Beginning.again(me, answer.task()));
    model.addAttribute("beginnings", Beginning.ofTask(me, answer.task()));
    return "task";
  }
}
