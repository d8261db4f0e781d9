package plantrail.kernel.workflow;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import plantrail.kernel.ContentId;

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

  private static final String VERSION = version(ALL);

  private Workflows() {}

  /** A mark of what the tables say; another one as soon as any row of any of them is another. */
  public static String version() {
    return VERSION;
  }

  static String version(List<Workflow<?>> tables) {
    return ContentId.of(
        "workflows",
        tables.stream()
            .flatMap(table -> table.steps().stream().map(step -> row(table.name(), step)))
            .toArray(String[]::new));
  }

  private static String row(String table, Step<?> step) {
    return String.join(
        " ",
        table,
        step.command(),
        names(step.from()),
        String.valueOf(step.to()),
        names(step.by()),
        names(step.needs()));
  }

  private static String names(Collection<? extends Enum<?>> values) {
    return values.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
  }
}
