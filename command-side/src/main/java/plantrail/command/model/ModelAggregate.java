package plantrail.command.model;

import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import plantrail.command.model.assessmodel.AssessModel;
import plantrail.command.model.buildmodel.BuildModel;
import plantrail.command.model.declineproposal.DeclineProposal;
import plantrail.command.model.domain.Model;
import plantrail.command.model.domain.Models;
import plantrail.command.model.proposemodel.ProposeModel;
import plantrail.command.model.recognisemodel.RecogniseModel;
import plantrail.command.model.registermodel.RegisterModel;
import plantrail.command.model.replicatemodel.ReplicateModel;
import plantrail.command.model.rewardmodel.RewardModel;
import plantrail.command.model.transfermodel.TransferModel;
import plantrail.command.model.withdrawmodel.WithdrawModel;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Decided;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.command.platform.RecentAggregates;
import plantrail.command.platform.Snapshots;
import plantrail.command.platform.Taken;
import plantrail.command.task.domain.Tasks;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Outcome;
import plantrail.kernel.model.ModelEvent;

/** Routes commands to a model's decisions and applies their events. */
@Revision("3")
@Aggregate(
    type = "Model",
    cache = RecentAggregates.NAME,
    snapshotTriggerDefinition = Snapshots.TRIGGER)
public class ModelAggregate {
  @AggregateIdentifier private @Nullable String id;
  private @Nullable Model model;

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome handle(
      RegisterModel command,
      Actor actor,
      Occurrence when,
      Plans plans,
      Tasks tasks,
      Models models,
      Agencies agencies) {
    return Decided.apply(
        command.modelId().value(),
        command.decide(model, actor, when, plans, tasks, models, agencies),
        plans.workflows(command.planId()));
  }

  @CommandHandler
  Outcome handle(BuildModel command, Actor actor, Occurrence when, Plans plans) {
    return Decided.take(command, id, model, actor, when, plans);
  }

  @CommandHandler
  Outcome handle(AssessModel command, Actor actor, Occurrence when, Plans plans) {
    return Decided.take(command, id, model, actor, when, plans);
  }

  @CommandHandler
  Outcome handle(RecogniseModel command, Actor actor, Occurrence when, Plans plans) {
    return Decided.take(command, id, model, actor, when, plans);
  }

  @CommandHandler
  Outcome handle(
      ProposeModel command, Actor actor, Occurrence when, Plans plans, Agencies agencies) {
    return Decided.take(
        id, model, actor, begun -> command.decide(begun, actor, when, plans, agencies));
  }

  @CommandHandler
  Outcome handle(
      RewardModel command, Actor actor, Occurrence when, Plans plans, Agencies agencies) {
    return Decided.take(
        id, model, actor, begun -> command.decide(begun, actor, when, plans, agencies));
  }

  @CommandHandler
  Outcome handle(DeclineProposal command, Actor actor, Occurrence when) {
    return Decided.take(command, id, model, actor, when);
  }

  @CommandHandler
  Outcome handle(
      ReplicateModel command, Actor actor, Occurrence when, Plans plans, Agencies agencies) {
    return Decided.take(
        id, model, actor, begun -> command.decide(begun, actor, when, plans, agencies));
  }

  @CommandHandler
  Outcome handle(WithdrawModel command, Actor actor, Occurrence when) {
    return Decided.take(command, id, model, actor, when);
  }

  @CommandHandler
  Outcome handle(TransferModel command, Actor actor, Occurrence when) {
    return Decided.take(command, id, model, actor, when);
  }

  @EventSourcingHandler
  void on(ModelEvent event, Taken taken) {
    id = event.modelId();
    model = Model.evolve(model, event, taken);
  }
}
