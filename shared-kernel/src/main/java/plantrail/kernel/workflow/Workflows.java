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
   * what each version says is kept beside the tests.
   */
  public static final int VERSION = 5;

  private Workflows() {}

  /** The step that this command takes; throws IllegalArgumentException if it takes none. */
  public static Step<?> step(String command) {
    return ALL.stream()
        .flatMap(workflow -> workflow.steps().stream())
        .filter(step -> step.command().equals(command))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("No workflow has a step " + command));
  }
}
