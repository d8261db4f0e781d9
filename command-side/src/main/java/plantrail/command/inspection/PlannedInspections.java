package plantrail.command.inspection;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.Repository;
import org.springframework.stereotype.Component;
import plantrail.command.inspection.planinspection.PlanInspection;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Outcome;

/** Plans the inspections that one decision orders, one of each unit, in one transaction. */
@Component
public class PlannedInspections {
  private final Repository<InspectionAggregate> inspections;

  PlannedInspections(Repository<InspectionAggregate> inspections) {
    this.inspections = inspections;
  }

  @CommandHandler
  Outcome handle(
      PlanInspection command, Actor actor, Occurrence when, Plans plans, Agencies agencies)
      throws Exception {
    List<PlanInspection> ordered = command.ofEachUnit();
    // Held always in the same order, in whatever order a decision names its units.
    Map<String, Aggregate<InspectionAggregate>> held = new HashMap<>();
    Set<String> ids = new TreeSet<>();
    ordered.forEach(each -> ids.add(each.inspectionId().value()));
    for (String id : ids) {
      held.put(id, inspections.loadOrCreate(id, InspectionAggregate::new));
    }
    List<String> events = new ArrayList<>();
    String mark = "";
    for (PlanInspection each : ordered) {
      Outcome planned =
          Objects.requireNonNull(held.get(each.inspectionId().value()))
              .invoke(inspection -> inspection.handle(each, actor, when, plans, agencies));
      events.addAll(planned.events());
      mark = mark.isEmpty() || !planned.events().isEmpty() ? planned.mark() : mark;
    }
    return new Outcome(command.inspectionId().value(), events, mark);
  }
}
