package plantrail.query.platform;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.workflow.Workflows;

/** The workflows as data. */
@RestController
class WorkflowEndpoint {

  @GetMapping("/api/workflows")
  List<WorkflowAnswer> listWorkflows() {
    return Workflows.ALL.stream().map(WorkflowAnswer::of).toList();
  }

  @GetMapping("/api/workflows/{name}")
  WorkflowAnswer getWorkflow(@PathVariable String name) {
    return Workflows.ALL.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .map(WorkflowAnswer::of)
        .orElseThrow(() -> Refusal.notFound(name));
  }
}
