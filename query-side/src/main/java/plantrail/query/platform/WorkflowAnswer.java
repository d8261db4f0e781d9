package plantrail.query.platform;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.workflow.Workflow;
import plantrail.kernel.workflow.Workflows;

/**
 * A workflow by which plans go that were issued under one version of the tables.
 *
 * @param version which version; a plan says under which one it was issued
 */
record WorkflowAnswer(@JsonUnwrapped Workflow<?> workflow, int version) {

  /** The workflow in that version; in the present one if null. */
  static WorkflowAnswer of(Workflow<?> workflow, @Nullable Integer version) {
    return new WorkflowAnswer(workflow.at(version), version == null ? Workflows.VERSION : version);
  }
}
