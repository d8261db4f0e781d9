package plantrail.command.model.proposemodel;

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
import plantrail.kernel.model.ModelProposed;

/**
 * Proposes a model upward for an award.
 *
 * @param to code of an agency above the issuer
 * @param award what is proposed, to which that agency has the right
 * @param basis document of the proposal
 */
public record ProposeModel(
    @TargetAggregateIdentifier ModelId modelId, String to, AwardKind award, @Nullable String basis)
    implements ModelCommand {

  public List<ModelEvent> decide(
      Model model, Actor actor, Occurrence when, Plans plans, Agencies agencies) {
    List<ModelEvent> events = decide(model, actor, when, plans);
    Awards.check(new Check(), award, to, agencies)
        .that(
            agencies.superiors(model.parties().issuer(), when.day()).contains(to),
            "to",
            "field.not-superior",
            to)
        .done();
    return events;
  }

  @Override
  public List<ModelEvent> follow(Model model, Actor actor, Occurrence when) {
    return model.take("propose-model", new ModelProposed(modelId.value(), to, award, basis), actor);
  }

  @Override
  public void check(Check check, Model model) {
    check.text(basis, "basis", Check.LINE);
  }
}
