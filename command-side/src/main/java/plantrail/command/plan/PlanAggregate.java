package plantrail.command.plan;

import java.util.List;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.serialization.Revision;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import plantrail.command.plan.amendplan.AmendPlan;
import plantrail.command.plan.concludeplan.ConcludePlan;
import plantrail.command.plan.domain.Plan;
import plantrail.command.plan.issueplan.IssuePlan;
import plantrail.command.plan.openplanyear.OpenPlanYear;
import plantrail.command.plan.resumeplan.ResumePlan;
import plantrail.command.plan.reviewplan.ReviewPlan;
import plantrail.command.plan.revokeplan.RevokePlan;
import plantrail.command.plan.supersedeplan.SupersedePlan;
import plantrail.command.plan.suspendplan.SuspendPlan;
import plantrail.command.plan.transferplan.TransferPlan;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Decided;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.command.platform.RecentAggregates;
import plantrail.command.platform.Rules;
import plantrail.command.platform.Snapshots;
import plantrail.command.platform.Taken;
import plantrail.command.target.domain.Targets;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Outcome;
import plantrail.kernel.plan.PlanEvent;
import plantrail.kernel.plan.PlanIssued;

/** Routes commands to a plan's decisions and applies their events. */
@Revision("8")
@Aggregate(
    type = "Plan",
    cache = RecentAggregates.NAME,
    snapshotTriggerDefinition = Snapshots.TRIGGER)
public class PlanAggregate {
  @AggregateIdentifier private @Nullable String id;
  private @Nullable Plan plan;

  /** A new plan that begins with its issue; called while a unit of work creates it. */
  public static PlanAggregate begin(PlanIssued issued) {
    PlanAggregate aggregate = new PlanAggregate();
    Decided.apply(issued.planId(), List.of(issued));
    return aggregate;
  }

  @CommandHandler
  @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
  Outcome handle(
      IssuePlan command,
      Actor actor,
      Occurrence when,
      Agencies agencies,
      Plans plans,
      Rules rules) {
    return Decided.apply(
        command.planId().value(), command.decide(plan, actor, when, agencies, plans, rules));
  }

  @CommandHandler
  Outcome handle(
      AmendPlan command,
      Actor actor,
      Occurrence when,
      Agencies agencies,
      Plans plans,
      Targets targets) {
    return Decided.take(
        id, plan, actor, known -> command.decide(known, actor, when, agencies, plans, targets));
  }

  @CommandHandler
  Outcome handle(OpenPlanYear command, Actor actor, Occurrence when) {
    return Decided.take(command, id, plan, actor, when);
  }

  @CommandHandler
  Outcome handle(SuspendPlan command, Actor actor, Occurrence when) {
    return Decided.take(command, id, plan, actor, when);
  }

  @CommandHandler
  Outcome handle(ResumePlan command, Actor actor, Occurrence when) {
    return Decided.take(command, id, plan, actor, when);
  }

  @CommandHandler
  Outcome handle(ReviewPlan command, Actor actor, Occurrence when) {
    return Decided.take(command, id, plan, actor, when);
  }

  @CommandHandler
  Outcome handle(ConcludePlan command, Actor actor, Occurrence when, OpenDuties duties) {
    return Decided.take(id, plan, actor, known -> command.decide(known, actor, when, duties));
  }

  @CommandHandler
  Outcome handle(RevokePlan command, Actor actor, Occurrence when) {
    return Decided.take(command, id, plan, actor, when);
  }

  @CommandHandler
  Outcome handle(
      SupersedePlan command, Actor actor, Occurrence when, Plans plans, Agencies agencies) {
    return Decided.take(
        id, plan, actor, known -> command.decide(known, actor, when, plans, agencies));
  }

  @CommandHandler
  Outcome handle(TransferPlan command, Actor actor, Occurrence when) {
    return Decided.take(command, id, plan, actor, when);
  }

  @EventSourcingHandler
  void on(PlanEvent event, Taken taken) {
    id = event.planId();
    plan = Plan.evolve(plan, event, taken);
  }
}
