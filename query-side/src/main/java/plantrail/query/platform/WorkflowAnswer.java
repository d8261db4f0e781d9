package plantrail.query.platform;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import plantrail.kernel.workflow.Workflow;
import plantrail.kernel.workflow.Workflows;

/**
 * A workflow as it is at present.
 *
 * @param version which version of the tables this is; a plan says under which one it was issued
 */
record WorkflowAnswer(@JsonUnwrapped Workflow<?> workflow, int version) {
  static WorkflowAnswer of(Workflow<?> workflow) {
    return new WorkflowAnswer(workflow, Workflows.VERSION);
  }
}
