package plantrail.command.model.replicatemodel;

import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.model.ModelCommand;
import plantrail.command.model.domain.Model;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Check;
import plantrail.command.platform.Concern;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.kernel.message.Actor;
import plantrail.kernel.model.ModelEvent;
import plantrail.kernel.model.ModelId;
import plantrail.kernel.model.ModelReplicated;
import plantrail.kernel.plan.PlanIssued;

/**
 * Has a model copied by another agency, which gets a model of its own for it, at the latest for the
 * year after the plan's last.
 *
 * @param agency code of the agency that copies it
 * @param year year for which the copy is registered
 */
public record ReplicateModel(@TargetAggregateIdentifier ModelId modelId, String agency, int year)
    implements ModelCommand {

  public List<ModelEvent> decide(
      Model model, Actor actor, Occurrence when, Plans plans, Agencies agencies) {
    List<ModelEvent> events = decide(model, actor, when, plans);
    if (events.isEmpty()) {
      return events;
    }
    PlanIssued plan = plans.get(model.plan());
    int last = plan.lastYear(when.day()) + 1;
    new Check()
        .that(
            agencies.exists(agency) && Concern.of(plan, agency, when.day(), agencies),
            "agency",
            "field.not-concerned",
            agency)
        .that(year <= last, "year", "field.after-last-year", Integer.toString(last))
        .done();
    return events;
  }

  @Override
  public List<ModelEvent> follow(Model model, Actor actor, Occurrence when) {
    String title = model.registered().title();
    String copy = ModelId.of(model.plan(), agency, year, title).value();
    List<ModelEvent> events =
        model.take(
            "replicate-model",
            new ModelReplicated(modelId.value(), model.plan(), agency, year, title, copy),
            actor);
    return model.copies().contains(copy) ? List.of() : events;
  }

  @Override
  public void check(Check check, Model model) {
    check
        .that(!agency.equals(model.parties().agency()), "agency", "field.builds-it-already", agency)
        .that(
            model.registered().year() <= year && Check.isYear(year),
            "year",
            "field.before-begin",
            model.begun().toString());
  }
}
