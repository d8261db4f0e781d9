package plantrail.command.draft;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import plantrail.command.draft.domain.Draft;
import plantrail.command.draft.draftplan.DraftPlan;
import plantrail.command.draft.issuedraft.IssueDraft;
import plantrail.command.draft.returnplan.ReturnPlan;
import plantrail.command.draft.reviseplan.RevisePlan;
import plantrail.command.draft.submitplan.SubmitPlan;
import plantrail.command.draft.transferdraft.TransferDraft;
import plantrail.command.plan.PlanAggregate;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Decided;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.command.platform.RecentAggregates;
import plantrail.command.platform.Rules;
import plantrail.command.platform.Snapshots;
import plantrail.command.platform.Taken;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Outcome;
import plantrail.kernel.plan.DraftEvent;
import plantrail.kernel.plan.PlanIssued;

/** Routes commands to a draft's decisions and applies their events. */
@Revision("4")
@Aggregate(
    type = "Draft",
    cache = RecentAggregates.NAME,
    snapshotTriggerDefinition = Snapshots.TRIGGER)
public class DraftAggregate {
  @AggregateIdentifier private @Nullable String id;
  private @Nullable Draft draft;

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome handle(DraftPlan command, Actor actor, Occurrence when, Agencies agencies, Plans plans) {
    return Decided.apply(
        command.draftId().value(), command.decide(draft, actor, when, agencies, plans));
  }

  @CommandHandler
  Outcome handle(RevisePlan command, Actor actor, Occurrence when, Agencies agencies, Plans plans) {
    return Decided.take(
        id, draft, actor, begun -> command.decide(begun, actor, when, agencies, plans));
  }

  @CommandHandler
  Outcome handle(SubmitPlan command, Actor actor, Occurrence when) {
    return Decided.take(command, id, draft, actor, when);
  }

  @CommandHandler
  Outcome handle(ReturnPlan command, Actor actor, Occurrence when) {
    return Decided.take(command, id, draft, actor, when);
  }

  /** The plan begins its own record in the same unit of work: both or neither. */
  @CommandHandler
  Outcome handle(
      IssueDraft command,
      Actor actor,
      Occurrence when,
      Agencies agencies,
      Plans plans,
      Rules rules) {
    return Decided.take(
        id,
        draft,
        actor,
        begun -> {
          List<DraftEvent> events = command.decide(begun, actor, when, agencies, plans);
          if (!events.isEmpty()) {
            begin(command.plan(begun, rules));
          }
          return events;
        });
  }

  private static void begin(PlanIssued plan) {
    try {
      AggregateLifecycle.createNew(PlanAggregate.class, () -> PlanAggregate.begin(plan));
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @CommandHandler
  Outcome handle(TransferDraft command, Actor actor, Occurrence when) {
    return Decided.take(command, id, draft, actor, when);
  }

  @EventSourcingHandler
  void on(DraftEvent event, Taken taken) {
    id = event.draftId();
    draft = Draft.evolve(draft, event, taken);
  }
}
