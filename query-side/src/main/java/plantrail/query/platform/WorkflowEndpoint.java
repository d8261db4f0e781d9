package plantrail.query.platform;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import plantrail.kernel.message.FieldError;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.workflow.Workflows;

/** The workflows as data: as they are, or as they are for plans issued under an earlier version. */
@RestController
class WorkflowEndpoint {

  @GetMapping("/api/workflows")
  List<WorkflowAnswer> listWorkflows(@RequestParam(required = false) @Nullable Integer version) {
    check(version);
    return Workflows.ALL.stream().map(each -> WorkflowAnswer.of(each, version)).toList();
  }

  @GetMapping("/api/workflows/{name}")
  WorkflowAnswer getWorkflow(
      @PathVariable String name, @RequestParam(required = false) @Nullable Integer version) {
    check(version);
    return Workflows.ALL.stream()
        .filter(each -> each.name().equals(name))
        .findFirst()
        .map(each -> WorkflowAnswer.of(each, version))
        .orElseThrow(() -> Refusal.notFound(name));
  }

  private static void check(@Nullable Integer version) {
    if (version != null && (version < 1 || version > Workflows.VERSION)) {
      throw Refusal.invalid(
          List.of(
              FieldError.of(
                  "version", "query.workflow-version", Integer.toString(Workflows.VERSION))));
    }
  }
}
