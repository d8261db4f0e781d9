package plantrail.kernel.workflow;

import java.util.List;

/** All workflows. */
public final class Workflows {
  public static final List<Workflow<?>> ALL =
      List.of(
          PlanWorkflow.TABLE,
          TaskWorkflow.TABLE,
          ReportWorkflow.TABLE,
          ConsolidationWorkflow.TABLE,
          InspectionWorkflow.TABLE,
          ObstacleWorkflow.TABLE,
          ModelWorkflow.TABLE,
          TargetWorkflow.TABLE,
          BudgetWorkflow.TABLE,
          AgencyWorkflow.TABLE,
          CalendarWorkflow.TABLE,
          MandateWorkflow.TABLE);

  /**
   * Which version of the tables this is. Raised whenever a row of any of them says something else;
   * the row keeps what it was before, for plans that were issued under that version.
   */
  public static final int VERSION = 7;

  private Workflows() {}

  /** The workflow of which a command takes a step; throws IllegalArgumentException if of none. */
  public static Workflow<?> of(String command) {
    return ALL.stream()
        .filter(
            workflow -> workflow.steps().stream().anyMatch(step -> step.command().equals(command)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No workflow has a step " + command));
  }
}
