package plantrail.command.model.rewardmodel;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.model.Awards;
import plantrail.command.model.ModelCommand;
import plantrail.command.model.domain.Model;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.kernel.message.Actor;
import plantrail.kernel.model.AwardKind;
import plantrail.kernel.model.ModelEvent;
import plantrail.kernel.model.ModelId;
import plantrail.kernel.model.ModelRewarded;

/**
 * Rewards a model in the name of the agency acted for: the issuer by itself, or the agency above to
 * which the model was proposed, and then that one alone.
 *
 * @param award the award, to which that agency has the right; not above what was proposed
 * @param decision number and symbol of the decision
 * @param decidedOn day of the decision, local date
 * @param recipient the collective or person that receives it; null for the agency itself
 */
public record RewardModel(
    @TargetAggregateIdentifier ModelId modelId,
    AwardKind award,
    String decision,
    LocalDate decidedOn,
    @Nullable String recipient)
    implements ModelCommand {

  @Override
  public LocalDate happenedOn() {
    return decidedOn;
  }

  @Override
  public List<ModelEvent> follow(Model model, Actor actor, Occurrence when) {
    return model.take(
        "reward-model",
        new ModelRewarded(
            modelId.value(), String.valueOf(actor.agency()), award, decision, decidedOn, recipient),
        actor);
  }

  public List<ModelEvent> decide(
      Model model, Actor actor, Occurrence when, Plans plans, Agencies agencies) {
    List<ModelEvent> events = decide(model, actor, when, plans);
    if (!events.isEmpty()) {
      AwardKind proposed = model.proposed();
      Awards.check(new Check(), award, String.valueOf(actor.agency()), agencies)
          .that(
              proposed == null || !award.isAbove(proposed),
              "award",
              "field.above-proposed",
              "@award." + award,
              "@award." + proposed)
          .done();
    }
    return events;
  }

  @Override
  public List<ModelEvent> decide(Model model, Actor actor, Occurrence when) {
    List<ModelEvent> events = ModelCommand.super.decide(model, actor, when);
    if (!events.isEmpty()) {
      when.dated(new Check(), decidedOn, "decidedOn").done();
    }
    return events;
  }

  @Override
  public void check(Check check, Model model) {
    check
        .text(decision, "decision", Check.LINE)
        .text(recipient, "recipient", Check.LINE)
        .that(
            !decidedOn.isBefore(model.begun()),
            "decidedOn",
            "field.before-begin",
            model.begun().toString());
  }
}
