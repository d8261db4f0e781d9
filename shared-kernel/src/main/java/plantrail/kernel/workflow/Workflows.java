package plantrail.kernel.workflow;

import java.util.List;

/** All workflows. */
public final class Workflows {
  public static final List<Workflow<?>> ALL =
      List.of(
          PlanWorkflow.TABLE,
          TaskWorkflow.TABLE,
          ReportWorkflow.TABLE,
          InspectionWorkflow.TABLE,
          AgencyWorkflow.TABLE,
          CalendarWorkflow.TABLE,
          MandateWorkflow.TABLE);

  private Workflows() {}
}
