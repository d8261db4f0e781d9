package plantrail.command.automation;

import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.stereotype.Component;
import plantrail.command.platform.Commands;
import plantrail.command.target.changetarget.ChangeTarget;
import plantrail.command.target.settarget.SetTarget;
import plantrail.command.target.withdrawtarget.WithdrawTarget;
import plantrail.kernel.message.MetadataKeys;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.plan.PlanAmended;
import plantrail.kernel.plan.PlanChange;
import plantrail.kernel.plan.PlanChange.Part;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.TargetLine;
import plantrail.kernel.target.TargetId;

/**
 * Makes each target that an issued plan states one that can be measured, and changes or withdraws
 * it as the plan's amendments do. What has followed from an amendment does not follow again when
 * that is read again: the target may have become another since.
 */
@Component
@ProcessingGroup(WhenPlanIssuedThenSetTargets.GROUP)
public class WhenPlanIssuedThenSetTargets {
  /** Name of the processing group. */
  public static final String GROUP = "when-plan-issued-then-set-targets";

  private final Commands commands;
  private final EventStore eventStore;

  WhenPlanIssuedThenSetTargets(Commands commands, EventStore eventStore) {
    this.commands = commands;
    this.eventStore = eventStore;
  }

  @EventHandler
  void on(PlanIssued event, EventMessage<?> message) {
    for (TargetLine line : event.targets()) {
      commands.follow(
          SetTarget.of(event.planId(), line, null, event.document()), Commands.Cause.of(message));
    }
  }

  @EventHandler
  void on(PlanAmended event, EventMessage<?> message) {
    for (PlanChange change : event.changes()) {
      if (change.part() == Part.TARGET && !hasFollowed(event, change, message)) {
        try {
          commands.follow(step(event, change), Commands.Cause.of(message));
        } catch (Refusal refusal) {
          // What the issuer has withdrawn by itself stays so.
          if (refusal.code() != RefusalCode.INVALID_STATE) {
            throw refusal;
          }
        }
      }
    }
  }

  private boolean hasFollowed(PlanAmended event, PlanChange change, EventMessage<?> message) {
    String chain = Commands.Cause.of(message).correlation();
    return eventStore
        .readEvents(TargetId.of(event.planId(), change.id()).value(), 0)
        .asStream()
        .anyMatch(each -> chain.equals(each.getMetaData().get(MetadataKeys.CORRELATION)));
  }

  private Object step(PlanAmended event, PlanChange change) {
    String basis = change.clause() + ", " + event.basis();
    return switch (change.change()) {
      case ADDED -> SetTarget.of(event.planId(), line(event, change), event.reason(), basis);
      case CHANGED -> ChangeTarget.of(event.planId(), line(event, change), event.reason(), basis);
      case WITHDRAWN ->
          new WithdrawTarget(TargetId.of(event.planId(), change.id()), event.reason(), basis);
    };
  }

  private static TargetLine line(PlanAmended event, PlanChange change) {
    return event.targets().stream()
        .filter(each -> each.id().equals(change.id()))
        .findFirst()
        .orElseThrow();
  }
}
