package plantrail.command.automation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Timestamp;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import plantrail.command.platform.Commands;
import plantrail.command.platform.Plans;
import plantrail.kernel.agency.AgencyEvent;
import plantrail.kernel.message.MetadataKeys;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.ReportingRule;

/**
 * Opens the duties of an issued plan: one task for each agency that an assignment rule binds, one
 * report for each agency and occasion of a reporting rule. Classes of agencies are expanded as of
 * the plan's own place in the log, so a second try comes to the same duties; their identifiers are
 * computed from what they are, so nothing is opened twice. The work is done in parts, beside the
 * handling of events; after a kill it goes on where it was.
 */
@Component
@ProcessingGroup(WhenPlanIssuedThenAssignTasks.GROUP)
public class WhenPlanIssuedThenAssignTasks implements SmartLifecycle {
  /** Name of the processing group. */
  public static final String GROUP = "when-plan-issued-then-assign-tasks";

  private static final Logger log = LoggerFactory.getLogger(WhenPlanIssuedThenAssignTasks.class);
  private static final long IDLE_MILLIS = 500;

  private final AgencyDirectory directory;
  private final RollOuts rollOuts;
  private final Plans plans;
  private final Commands commands;
  private final int part;
  private final Duration lease;
  private final Semaphore signals = new Semaphore(0);
  private volatile boolean running;
  private volatile Thread thread = new Thread();

  WhenPlanIssuedThenAssignTasks(
      AgencyDirectory directory,
      RollOuts rollOuts,
      Plans plans,
      Commands commands,
      @Value("${plantrail.roll-out.part:200}") int part,
      @Value("${plantrail.roll-out.lease:15s}") Duration lease) {
    this.directory = directory;
    this.rollOuts = rollOuts;
    this.plans = plans;
    this.commands = commands;
    this.part = part;
    this.lease = lease;
  }

  @EventHandler
  void on(AgencyEvent event, TrackingToken token) {
    directory.add(event, token.position().orElseThrow());
  }

  @EventHandler
  void on(
      PlanIssued event,
      EventMessage<?> message,
      TrackingToken token,
      MetaData metadata,
      @Timestamp Instant recordedAt) {
    rollOuts.add(
        event.planId(),
        token.position().orElseThrow(),
        message.getIdentifier(),
        (String) metadata.get(MetadataKeys.CORRELATION),
        recordedAt,
        "true".equals(metadata.get(MetadataKeys.SAMPLE)));
    signals.release();
  }

  private void run() {
    while (running) {
      try {
        rollOuts.take(lease).ifPresentOrElse(this::rollOut, this::rest);
      } catch (RuntimeException e) {
        if (running) {
          log.warn("Duties cannot be opened at the moment; trying again", e);
          rest();
        }
      }
    }
  }

  private void rest() {
    try {
      if (signals.tryAcquire(IDLE_MILLIS, TimeUnit.MILLISECONDS)) {
        signals.drainPermits();
      }
    } catch (InterruptedException e) {
      running = false;
    }
  }

  private void rollOut(RollOuts.State state) {
    try {
      List<RollOut.Duty> duties = duties(plans.get(state.planId()), state.position());
      rollOuts.advance(state.planId(), duties.size(), state.done(), lease);
      for (int from = state.done(); running && from < duties.size(); from += part) {
        int to = Math.min(from + part, duties.size());
        open(state, duties.subList(from, to));
        rollOuts.advance(state.planId(), duties.size(), to, lease);
      }
    } catch (RuntimeException e) {
      rollOuts.fail(state.planId(), String.valueOf(e.getMessage()));
      throw e;
    }
  }

  /** All duties of the plan, always in the same order. */
  private List<RollOut.Duty> duties(PlanIssued plan, long position) {
    List<RollOut.Duty> duties = new ArrayList<>();
    for (AssignmentRule rule : plan.assignments()) {
      for (String agency :
          directory.expand(rule.assignees(), plan.issuer(), plan.issueDate(), position)) {
        duties.add(new RollOut.Duty(rule.id(), null, agency));
      }
    }
    for (ReportingRule rule : plan.reportingRules()) {
      var agencies = directory.expand(rule.reporters(), plan.issuer(), plan.issueDate(), position);
      for (ReportingRule.Occasion occasion : rule.occasions(plan.issueDate(), plan.horizon())) {
        for (String agency : agencies) {
          duties.add(new RollOut.Duty(rule.id(), occasion.period().label(), agency));
        }
      }
    }
    return duties;
  }

  private void open(RollOuts.State state, List<RollOut.Duty> duties) {
    try {
      send(state, duties);
    } catch (RuntimeException e) {
      if (!isThereAlready(e)) {
        throw e;
      }
      // This part was begun before: a kill came between its commit and the note of it, or somebody
      // opened one of these duties by hand. One by one, what is there is passed over.
      duties.forEach(duty -> openUnlessThere(state, duty));
    }
  }

  private void openUnlessThere(RollOuts.State state, RollOut.Duty duty) {
    try {
      send(state, List.of(duty));
    } catch (RuntimeException e) {
      if (!isThereAlready(e)) {
        throw e;
      }
    }
  }

  private void send(RollOuts.State state, List<RollOut.Duty> duties) {
    commands.follow(
        new RollOut(state.planId(), List.copyOf(duties)),
        new Commands.Cause(state.eventId(), state.root(), state.recordedAt(), state.sample()));
  }

  private static boolean isThereAlready(@Nullable Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal && refusal.code() == RefusalCode.CONFLICT) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().daemon().name("roll-out").start(this::run);
  }

  @Override
  public void stop() {
    running = false;
    signals.release();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
