package plantrail.command.automation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import plantrail.command.platform.Commands;
import plantrail.kernel.agency.AgencyEvent;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.plan.PlanEvent;
import plantrail.platform.store.RightOfWay;

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

  /** While some wait for the database, others prepare. */
  private static final int WRITERS = 3;

  private static final Duration IDLE = Duration.ofMillis(500);

  private final AgencyDirectory directory;
  private final RollOuts rollOuts;
  private final PlanDuties duties;
  private final Adjustments adjustments;
  private final Commands commands;
  private final RightOfWay way;
  private final int part;
  private final Duration lease;
  private final Background background = new Background("roll-out", this::rollOutNext, IDLE);

  WhenPlanIssuedThenAssignTasks(
      AgencyDirectory directory,
      RollOuts rollOuts,
      PlanDuties duties,
      Adjustments adjustments,
      Commands commands,
      RightOfWay way,
      @Value("${plantrail.roll-out.part:500}") int part,
      @Value("${plantrail.roll-out.lease:15s}") Duration lease) {
    this.directory = directory;
    this.rollOuts = rollOuts;
    this.duties = duties;
    this.adjustments = adjustments;
    this.commands = commands;
    this.way = way;
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
    background.signalAfterCommit();
  }

  private boolean rollOutNext() {
    Optional<RollOuts.State> next = rollOuts.take(lease);
    next.ifPresent(state -> way.goFirst(() -> rollOut(state)));
    return next.isPresent();
  }

  private void rollOut(RollOuts.State state) {
    try {
      List<Object> steps = adjustments.of(state);
      boolean ours = rollOuts.advance(state, steps.size(), state.done(), lease);
      int stride = part * WRITERS;
      for (int from = state.done(); ours && isRunning() && from < steps.size(); from += stride) {
        int to = Math.min(from + stride, steps.size());
        take(state, steps.subList(from, to));
        ours = rollOuts.advance(state, steps.size(), to, lease);
      }
    } catch (RuntimeException e) {
      rollOuts.fail(state, String.valueOf(e.getMessage()));
      throw e;
    }
  }

  /** Takes some steps: what is opened in parts side by side, all else before it one by one. */
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
      openSideBySide(state, ((RollOut) steps.getLast()).of(duties));
    }
  }

  private void openSideBySide(RollOuts.State state, RollOut all) {
    List<CompletableFuture<Void>> parts = new ArrayList<>();
    try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int from = 0; from < all.duties().size(); from += part) {
        int to = Math.min(from + part, all.duties().size());
        RollOut one = all.of(all.duties().subList(from, to));
        parts.add(CompletableFuture.runAsync(() -> open(state, one), writers));
      }
    }
    try {
      parts.forEach(CompletableFuture::join);
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
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
    background.start();
  }

  @Override
  public void stop() {
    background.stop();
  }

  @Override
  public boolean isRunning() {
    return background.isRunning();
  }
}
