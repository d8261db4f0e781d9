package plantrail.command.automation;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Commands;
import plantrail.command.platform.Plans;
import plantrail.command.target.changetarget.ChangeTarget;
import plantrail.command.target.settarget.SetTarget;
import plantrail.command.target.withdrawtarget.WithdrawTarget;
import plantrail.kernel.message.MetadataKeys;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.plan.Assignees;
import plantrail.kernel.plan.PlanAmended;
import plantrail.kernel.plan.PlanChange;
import plantrail.kernel.plan.PlanChange.Part;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.TargetLine;
import plantrail.kernel.target.TargetId;
import plantrail.platform.messaging.Waiting;

/**
 * Makes each target that an issued plan states one that can be measured, and changes or withdraws
 * it as the plan's amendments do. What has followed from an amendment does not follow again when
 * that is read again: the target may have become another since. Who is to be measured goes by the
 * rule of duties, as of the event's own place in the log.
 */
@Component
@ProcessingGroup(WhenPlanIssuedThenSetTargets.GROUP)
public class WhenPlanIssuedThenSetTargets {
  /** Name of the processing group. */
  public static final String GROUP = "when-plan-issued-then-set-targets";

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Commands commands;
  private final EventStore eventStore;
  private final AgencyDirectory directory;
  private final Agencies agencies;
  private final Plans plans;
  private final RollOuts rollOuts;

  WhenPlanIssuedThenSetTargets(
      Commands commands,
      EventStore eventStore,
      AgencyDirectory directory,
      Agencies agencies,
      Plans plans,
      RollOuts rollOuts) {
    this.commands = commands;
    this.eventStore = eventStore;
    this.directory = directory;
    this.agencies = agencies;
    this.plans = plans;
    this.rollOuts = rollOuts;
  }

  @EventHandler
  void on(PlanIssued event, EventMessage<?> message) {
    for (TargetLine line : event.targets()) {
      commands.follow(
          SetTarget.of(event.planId(), line, bound(event, line, message), null, event.document()),
          Commands.Cause.of(message));
    }
  }

  @EventHandler
  void on(PlanAmended event, EventMessage<?> message) {
    for (PlanChange change : event.changes()) {
      if (change.part() == Part.TARGET && !hasFollowed(event, change, message)) {
        // What the issuer has withdrawn by itself stays so.
        commands.followUnless(
            step(event, change, message), Commands.Cause.of(message), RefusalCode.INVALID_STATE);
      }
    }
  }

  private boolean hasFollowed(PlanAmended event, PlanChange change, EventMessage<?> message) {
    String chain = Commands.Cause.of(message).correlation();
    return told(event, change)
        .anyMatch(each -> chain.equals(each.getMetaData().get(MetadataKeys.CORRELATION)));
  }

  private Stream<? extends DomainEventMessage<?>> told(PlanAmended event, PlanChange change) {
    return eventStore.readEvents(TargetId.of(event.planId(), change.id()).value(), 0).asStream();
  }

  private Object step(PlanAmended event, PlanChange change, EventMessage<?> message) {
    String basis = change.clause() + ", " + event.basis();
    return switch (change.change()) {
      case ADDED -> {
        TargetLine line = line(event.targets(), change);
        List<String> measured = bound(event, line, message);
        // Of one that was set by hand under that mark, it makes what it states.
        yield told(event, change).findAny().isEmpty()
            ? SetTarget.of(event.planId(), line, measured, event.reason(), basis)
            : ChangeTarget.of(
                event.planId(),
                line,
                measured == null ? List.of() : measured,
                event.reason(),
                basis);
      }
      case CHANGED -> {
        TargetLine line = line(event.targets(), change);
        yield ChangeTarget.of(
            event.planId(), line, boundAnew(event, line, change, message), event.reason(), basis);
      }
      case WITHDRAWN ->
          new WithdrawTarget(TargetId.of(event.planId(), change.id()), event.reason(), basis);
    };
  }

  /** Those whom the plan's words bind at its issue; null if it does not say who is measured. */
  private @Nullable List<String> bound(PlanIssued plan, TargetLine line, EventMessage<?> message) {
    Assignees words = line.measured();
    return words == null
        ? null
        : List.copyOf(
            directory.expand(
                words, plan.issuer(), plan.issueDate(), position(plan.planId(), message)));
  }

  /** The same of an amendment's words: of those that have ended, whoever took over. */
  private @Nullable List<String> bound(
      PlanAmended amended, TargetLine line, EventMessage<?> message) {
    Assignees words = line.measured();
    if (words == null) {
      return null;
    }
    String planId = amended.planId();
    String target = TargetId.of(planId, line.id()).value();
    long position = position(planId, message);
    Reach reach =
        new Reach(directory, agencies, plans.version(planId, 1), amended.from(), position);
    return reach.of(words).stream()
        .map(each -> reach.inPlaceOf(each, target))
        .filter(Objects::nonNull)
        .distinct()
        .sorted()
        .toList();
  }

  /** The same where the words are other ones; null if they are not, empty if there are none now. */
  private @Nullable List<String> boundAnew(
      PlanAmended amended, TargetLine line, PlanChange change, EventMessage<?> message) {
    List<TargetLine> before =
        plans.version(amended.planId(), amended.version() - 1).content().targets();
    if (Objects.equals(line(before, change).measured(), line.measured())) {
      return null;
    }
    return line.measured() == null ? List.of() : bound(amended, line, message);
  }

  /**
   * The event's place in the log, once the agencies before it are in the directory: another
   * automation feeds it, which notes each plan that it comes to.
   */
  private long position(String planId, EventMessage<?> message) {
    Waiting.until(
        System.nanoTime() + PATIENCE.toNanos(),
        () -> rollOuts.of(planId, message.getIdentifier()).isPresent());
    return rollOuts
        .of(planId, message.getIdentifier())
        .orElseThrow(() -> new IllegalStateException("Not rolled out yet: " + planId))
        .position();
  }

  private static TargetLine line(List<TargetLine> targets, PlanChange change) {
    return targets.stream().filter(each -> each.id().equals(change.id())).findFirst().orElseThrow();
  }
}
