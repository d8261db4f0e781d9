package plantrail.command.automation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import plantrail.command.platform.Commands;
import plantrail.command.task.canceltask.CancelTask;
import plantrail.command.task.rescheduletask.RescheduleTask;
import plantrail.kernel.agency.AgencyEvent;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.plan.PlanEvent;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.report.ReportReturned;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.task.TaskReopened;
import plantrail.kernel.task.TaskResultReturned;
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

  private static final int WRITERS = 4;

  private static final Duration IDLE = Duration.ofMillis(500);

  private final AgencyDirectory directory;
  private final RollOuts rollOuts;
  private final Adjustments adjustments;
  private final MissedChanges missed;
  private final ToParts parts;
  private final Commands commands;
  private final RightOfWay way;
  private final int part;
  private final Duration lease;
  private final Background background = new Background("roll-out", this::rollOutNext, IDLE);

  WhenPlanIssuedThenAssignTasks(
      AgencyDirectory directory,
      RollOuts rollOuts,
      Adjustments adjustments,
      MissedChanges missed,
      ToParts parts,
      Commands commands,
      RightOfWay way,
      @Value("${plantrail.roll-out.part:500}") int part,
      @Value("${plantrail.roll-out.lease:15s}") Duration lease) {
    this.directory = directory;
    this.rollOuts = rollOuts;
    this.adjustments = adjustments;
    this.missed = missed;
    this.parts = parts;
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

  /**
   * A recommendation may become a task only after its plan was revoked or superseded: then it is
   * called off like what was open before.
   */
  @EventHandler
  void on(TaskAssigned event, EventMessage<?> message) {
    if (event.inspectionId() == null) {
      return;
    }
    adjustments
        .calledOff(event.planId(), new TaskId(event.taskId()))
        .forEach(command -> follow(command, Commands.Cause.of(message)));
  }

  /**
   * What was handed in when its clause was withdrawn waits for its assigner, and ends with a no.
   */
  @EventHandler
  void on(TaskResultReturned event, EventMessage<?> message) {
    missed
        .whereReturned(new TaskId(event.taskId()))
        .forEach(late -> follow(late.command(), late.cause().at(message)));
  }

  /** While it was handed in, amendments of the plan passed it over. */
  @EventHandler
  void on(ReportReturned event, EventMessage<?> message) {
    missed
        .whereReturned(new ReportId(event.reportId()))
        .forEach(late -> follow(late.command(), late.cause().at(message)));
  }

  /** While it was finished, changes of the plan passed it over: open again, it is what they say. */
  @EventHandler
  void on(TaskReopened event, EventMessage<?> message) {
    TaskId task = new TaskId(event.taskId());
    missed.whereReopened(task).forEach(late -> follow(late.command(), late.cause().at(message)));
    Set<Commands.Cause> caughtUp = new HashSet<>();
    for (MissedChanges.Late rest = missed.missedRest(task);
        rest != null && caughtUp.add(rest.cause());
        rest = missed.missedRest(task)) {
      follow(rest.command(), rest.cause().at(message));
    }
  }

  /**
   * What is finished stays as it is. Parts are brought forward with their whole at once: the next
   * change of the plan may move them both.
   */
  private boolean follow(Object command, Commands.Cause cause) {
    boolean taken =
        commands.followUnless(command, cause, RefusalCode.INVALID_STATE, RefusalCode.NOT_FOUND);
    if (taken && command instanceof RescheduleTask moved) {
      parts.bringForward(moved.taskId().value(), cause);
    }
    return taken;
  }

  private boolean rollOutNext() {
    Optional<RollOuts.State> next = rollOuts.take(lease);
    next.ifPresent(state -> way.goFirst(() -> rollOut(state)));
    rollOuts.finish();
    return next.isPresent();
  }

  private void rollOut(RollOuts.State state) {
    Semaphore over = new Semaphore(0);
    Thread.startVirtualThread(() -> hold(state, over));
    try {
      new Run(state, adjustments.of(state)).go();
    } catch (RuntimeException e) {
      rollOuts.fail(state, String.valueOf(e.getMessage()));
      throw e;
    } finally {
      over.release();
    }
  }

  /** Keeps the lease: to plan the steps of a large plan may take longer than that. */
  private void hold(RollOuts.State state, Semaphore over) {
    try {
      while (!over.tryAcquire(lease.toMillis() / 3, TimeUnit.MILLISECONDS)) {
        rollOuts.hold(state, lease);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * One try to take the steps that are left, part by part. Parts that only open duties are taken
   * side by side, for while some wait for the database, others prepare; in other parts a step may
   * rest on the one before it.
   */
  private final class Run {
    private final RollOuts.State state;
    private final List<Object> steps;
    private final Deque<Part> begun = new ArrayDeque<>();

    Run(RollOuts.State state, List<Object> steps) {
      this.state = state;
      this.steps = steps;
    }

    void go() {
      boolean ours = advance(state.done());
      try (ExecutorService writers = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int from = state.done(); ours && isRunning() && from < steps.size(); from += part) {
          int to = Math.min(from + part, steps.size());
          List<Object> next = steps.subList(from, to);
          ours = finish(opensOnly(next) ? WRITERS - 1 : 0);
          if (ours) {
            begun.add(
                new Part(to, CompletableFuture.runAsync(() -> takePart(state, next), writers)));
          }
        }
        finish(0);
      }
    }

    /**
     * Waits until no more than so many parts are under way, and notes how far this has come. Tells
     * whether it is still this try's.
     */
    private boolean finish(int left) {
      boolean ours = true;
      while (begun.size() > left) {
        Part oldest = begun.removeFirst();
        try {
          oldest.work.join();
        } catch (CompletionException e) {
          throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
        ours = advance(oldest.end);
      }
      return ours;
    }

    private boolean advance(int done) {
      return rollOuts.advance(
          state, steps.size(), done, done < steps.size() ? List.of() : last(), lease);
    }

    /** Identifiers of what may be the last in the log: what was opened side by side at the end. */
    private List<String> last() {
      return steps.subList(Math.max(0, steps.size() - WRITERS * part), steps.size()).stream()
          .filter(RollOut.class::isInstance)
          .flatMap(step -> ((RollOut) step).charges().stream())
          .map(charge -> PlanDuties.id(state.planId(), charge.duty()))
          .toList();
    }
  }

  /**
   * Some steps under way.
   *
   * @param end number of steps that are taken once this part and all before it are
   */
  private record Part(int end, CompletableFuture<Void> work) {}

  private static boolean opensOnly(List<Object> steps) {
    return steps.stream().allMatch(RollOut.class::isInstance);
  }

  private void takePart(RollOuts.State state, List<Object> steps) {
    List<RollOut.Charge> opened = new ArrayList<>();
    for (Object step : steps) {
      if (step instanceof RollOut one) {
        opened.addAll(one.charges());
      } else {
        adjust(state, step);
      }
    }
    if (!opened.isEmpty()) {
      open(state, ((RollOut) steps.getLast()).of(opened));
    }
  }

  /** What is finished already stays as it is; what is open below it does not. */
  private void adjust(RollOuts.State state, Object command) {
    Commands.Cause cause = state.cause();
    if (!follow(command, cause) || command instanceof CancelTask) {
      parts.below(command, cause);
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
      part.charges().forEach(charge -> openUnlessThere(state, part.of(List.of(charge))));
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
    commands.follow(command, state.cause());
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
