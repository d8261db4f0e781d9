package plantrail.query.platform;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.workflow.Workflow;
import plantrail.kernel.workflow.Workflows;

/** The workflows as data. */
@RestController
class WorkflowEndpoint {

  @GetMapping("/api/workflows")
  List<Workflow<?>> listWorkflows() {
    return Workflows.ALL;
  }

  @GetMapping("/api/workflows/{name}")
  Workflow<?> getWorkflow(@PathVariable String name) {
    return Workflows.ALL.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .orElseThrow(() -> Refusal.notFound(name));
  }
}
