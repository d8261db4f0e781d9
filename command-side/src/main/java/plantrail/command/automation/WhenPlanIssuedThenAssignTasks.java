package plantrail.command.automation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import plantrail.command.platform.Commands;
import plantrail.kernel.agency.AgencyEvent;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.plan.PlanEvent;

/**
 * Opens the duties of an issued plan: one task for each agency that an assignment rule binds, one
 * report for each agency and occasion of a reporting rule; and lets its open duties follow the
 * plan's later changes, see {@link Adjustments}. Classes of agencies are expanded as of the event's
 * own place in the log, so a second try comes to the same duties; their identifiers are computed
 * from what they are, so nothing is opened twice. The work is done in parts, beside the handling of
 * events; after a kill it goes on where it was.
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
  private final PlanDuties duties;
  private final Adjustments adjustments;
  private final Commands commands;
  private final int part;
  private final Duration lease;
  private final Semaphore signals = new Semaphore(0);
  private volatile boolean running;
  private volatile Thread thread = new Thread();

  WhenPlanIssuedThenAssignTasks(
      AgencyDirectory directory,
      RollOuts rollOuts,
      PlanDuties duties,
      Adjustments adjustments,
      Commands commands,
      @Value("${plantrail.roll-out.part:500}") int part,
      @Value("${plantrail.roll-out.lease:15s}") Duration lease) {
    this.directory = directory;
    this.rollOuts = rollOuts;
    this.duties = duties;
    this.adjustments = adjustments;
    this.commands = commands;
    this.part = part;
    this.lease = lease;
  }

  @EventHandler
  void on(AgencyEvent event, TrackingToken token) {
    directory.add(event, token.position().orElseThrow());
  }

  @EventHandler
  void on(PlanEvent event, EventMessage<?> message, TrackingToken token) {
    if (!Adjustments.concerns(event)) {
      return;
    }
    Commands.Cause cause = Commands.Cause.of(message);
    rollOuts.add(
        event.planId(),
        token.position().orElseThrow(),
        cause.eventId(),
        cause.root(),
        cause.recordedAt(),
        cause.sample());
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
      List<Object> steps = adjustments.of(state);
      boolean ours = rollOuts.advance(state, steps.size(), state.done(), lease);
      for (int from = state.done(); ours && running && from < steps.size(); from += part) {
        int to = Math.min(from + part, steps.size());
        take(state, steps.subList(from, to));
        ours = rollOuts.advance(state, steps.size(), to, lease);
      }
    } catch (RuntimeException e) {
      rollOuts.fail(state, String.valueOf(e.getMessage()));
      throw e;
    }
  }

  /** Takes the steps of one part: what is opened in one unit of work, all else one by one. */
  private void take(RollOuts.State state, List<Object> steps) {
    List<RollOut.Duty> duties = new ArrayList<>();
    for (Object step : steps) {
      if (step instanceof RollOut opened) {
        duties.addAll(opened.duties());
      } else {
        adjust(state, step);
      }
    }
    if (!duties.isEmpty()) {
      open(state, ((RollOut) steps.getLast()).of(duties));
    }
  }

  /** What is finished already stays as it is. */
  private void adjust(RollOuts.State state, Object command) {
    try {
      send(state, command);
    } catch (Refusal refusal) {
      if (refusal.code() != RefusalCode.INVALID_STATE && refusal.code() != RefusalCode.NOT_FOUND) {
        throw refusal;
      }
    }
  }

  private void open(RollOuts.State state, RollOut part) {
    try {
      send(state, part);
    } catch (RuntimeException e) {
      if (!isThereAlready(e)) {
        throw e;
      }
      // This part was begun before: a kill came between its commit and the note of it, or somebody
      // opened one of these duties by hand. One by one, what is there is passed over.
      part.duties().forEach(duty -> openUnlessThere(state, part.of(List.of(duty))));
      duties.add(state.planId(), part.duties());
    }
  }

  private void openUnlessThere(RollOuts.State state, RollOut one) {
    try {
      send(state, one);
    } catch (RuntimeException e) {
      if (!isThereAlready(e)) {
        throw e;
      }
    }
  }

  private void send(RollOuts.State state, Object command) {
    commands.follow(
        command,
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
