package plantrail.command.clock;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import plantrail.command.clock.DueMoments.Come;
import plantrail.command.clock.DueMoments.Planned;
import plantrail.command.clock.Watched.Kind;
import plantrail.command.plan.openplanyear.OpenPlanYear;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Commands;
import plantrail.command.platform.WritesPaused;
import plantrail.command.report.escalatereport.EscalateReport;
import plantrail.command.report.noticereportlapse.NoticeReportLapse;
import plantrail.command.report.remindreport.RemindReport;
import plantrail.command.task.escalatetask.EscalateTask;
import plantrail.command.task.noticetasklapse.NoticeTaskLapse;
import plantrail.command.task.remindtask.RemindTask;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.calendar.Notice;
import plantrail.kernel.calendar.WorkingCalendar;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.plan.PlanId;
import plantrail.kernel.report.ReportId;
import plantrail.kernel.task.TaskId;

/**
 * Speaks of what has come due: reminds, notices that a day has passed, puts what stays overdue
 * before the superior; and opens the next year of plans that go on. Any number of nodes do so at
 * once. What one of them was killed at, another does again; the duties themselves know what they
 * were told, so nothing is said twice. After a stop all that was missed is said, in the order in
 * which it would have been.
 */
@Component
public class Timekeeper implements SmartLifecycle {
  /** Name of the counter of notices given. */
  static final String NOTICES = "plantrail.clock.notices";

  private static final Logger log = LoggerFactory.getLogger(Timekeeper.class);

  private final DueMoments moments;
  private final PinnedPlans plans;
  private final Agencies agencies;
  private final Commands commands;
  private final TransactionTemplate transaction;
  private final MeterRegistry registry;
  private final ObjectProvider<WritesPaused> paused;
  private final Clock clock;
  private final boolean enabled;
  private final int part;
  private final Duration lease;
  private final Duration pause;
  private final Semaphore signals = new Semaphore(0);
  private volatile boolean stopping = true;
  private volatile Thread thread = new Thread();

  Timekeeper(
      DueMoments moments,
      PinnedPlans plans,
      Agencies agencies,
      Commands commands,
      TransactionTemplate transaction,
      MeterRegistry registry,
      ObjectProvider<WritesPaused> paused,
      @Qualifier("clock") Clock clock,
      @Value("${plantrail.clock.enabled:true}") boolean enabled,
      @Value("${plantrail.clock.part:200}") int part,
      @Value("${plantrail.clock.lease:30s}") Duration lease,
      @Value("${plantrail.clock.pause:1s}") Duration pause) {
    this.moments = moments;
    this.plans = plans;
    this.agencies = agencies;
    this.commands = commands;
    this.transaction = transaction;
    this.registry = registry;
    this.paused = paused;
    this.clock = clock;
    this.enabled = enabled;
    this.part = part;
    this.lease = lease;
    this.pause = pause;
  }

  private void run() {
    while (!stopping) {
      boolean more = false;
      try {
        more = !isPaused() && work();
      } catch (RuntimeException e) {
        if (!stopping) {
          log.warn("The clock cannot go on at the moment; trying again", e);
        }
      }
      if (!more) {
        rest();
      }
    }
  }

  /** While a past is being loaded, its own play says what happens in it. */
  private boolean isPaused() {
    return paused.stream().anyMatch(each -> each.progress().isPresent());
  }

  private void rest() {
    try {
      signals.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      stopping = true;
    }
  }

  /** Plans some or speaks of some; tells whether there was anything to do. */
  boolean work() {
    if (plan() == part) {
      return true;
    }
    List<Come> come = moments.take(clock.instant(), part, lease);
    if (come.isEmpty()) {
      come = moments.takeAgain(clock.instant(), part, lease);
    }
    speakOf(come);
    return !come.isEmpty();
  }

  private int plan() {
    return Objects.requireNonNull(
        transaction.execute(status -> {
          List<Watched> unplanned = moments.unplanned(part);
          if (!unplanned.isEmpty()) {
            moments.plan(planned(unplanned));
          }
          return unplanned.size();
        }));
  }

  private List<Planned> planned(List<Watched> unplanned) {
    Map<String, PinnedPlan> pinned =
        plans.of(unplanned.stream().map(Watched::planId).collect(Collectors.toSet()));
    Map<Long, WorkingCalendar> byPin = moments.calendars().byPin(pinned.values());
    return unplanned.stream()
        .map(watched -> {
          PinnedPlan plan = Objects.requireNonNull(pinned.get(watched.planId()));
          WorkingCalendar calendar = Objects.requireNonNull(byPin.get(plan.calendar()));
          return new Planned(watched, watched.next(plan, calendar));
        })
        .toList();
  }

  /** The calendars of the plans of what is to be put before a superior, by their identifiers. */
  private Map<String, WorkingCalendar> calendars(List<Come> come) {
    Set<String> planIds =
        come.stream()
            .filter(each -> each.notice() == Notice.ESCALATION)
            .map(Come::planId)
            .collect(Collectors.toSet());
    if (planIds.isEmpty()) {
      return Map.of();
    }
    Map<String, PinnedPlan> pinned = plans.of(planIds);
    Map<Long, WorkingCalendar> byPin = moments.calendars().byPin(pinned.values());
    return pinned.values().stream()
        .collect(
            Collectors.toMap(
                PinnedPlan::planId, plan -> Objects.requireNonNull(byPin.get(plan.calendar()))));
  }

  private void speakOf(List<Come> come) {
    List<Come> left = new ArrayList<>(come);
    List<Come> spoken = new ArrayList<>();
    List<Come> ahead = new ArrayList<>();
    Map<String, WorkingCalendar> calendars = calendars(come);
    while (!left.isEmpty() && !stopping) {
      Come next = left.removeFirst();
      try {
        speakOf(next, calendars);
        // That its year is open is read from the log, and then tells of the next one.
        (next.kind() == Kind.PLAN ? ahead : spoken).add(next);
      } catch (Refusal refusal) {
        if (refusal.code() == RefusalCode.CONFLICT) {
          moments.fail(next, refusal.toString(), pause);
        } else {
          ahead.add(next);
        }
      } catch (RuntimeException e) {
        log.warn("What is due of {} cannot be told at the moment", next.subject(), e);
        moments.fail(next, e.toString(), lease);
      }
    }
    moments.done(spoken);
    moments.hold(ahead);
    moments.release(left);
  }

  private void speakOf(Come come, Map<String, WorkingCalendar> calendars) {
    Notice notice = come.notice();
    Object command =
        notice == null
            ? new OpenPlanYear(new PlanId(come.subject()), come.due().getYear() + 1)
            : command(come, notice, calendars);
    if (command != null
        && !commands.follow(command, come.cause()).events().isEmpty()
        && notice != null) {
      registry.counter(NOTICES, "kind", come.kind().name(), "notice", notice.name()).increment();
    }
  }

  /** What is to be said; null if there is nobody to say it to. */
  private @Nullable Object command(
      Come come, Notice notice, Map<String, WorkingCalendar> calendars) {
    if (notice == Notice.ESCALATION) {
      String superior = superior(come.agency());
      WorkingCalendar calendar = Objects.requireNonNull(calendars.get(come.planId()));
      return superior == null
          ? null
          : escalation(come, superior, calendar.workingDaysBetween(come.due(), today()));
    }
    boolean lapsed = notice == Notice.LAPSE;
    if (come.kind() == Kind.TASK) {
      TaskId task = new TaskId(come.subject());
      return lapsed
          ? new NoticeTaskLapse(task, come.due())
          : new RemindTask(task, come.due(), come.days());
    }
    ReportId report = new ReportId(come.subject());
    return lapsed
        ? new NoticeReportLapse(report, come.due())
        : new RemindReport(report, come.due(), come.days());
  }

  private static Object escalation(Come come, String superior, int daysOver) {
    return come.kind() == Kind.TASK
        ? new EscalateTask(new TaskId(come.subject()), superior, come.due(), daysOver)
        : new EscalateReport(new ReportId(come.subject()), superior, come.due(), daysOver);
  }

  /** Code of the agency nearest above; null if there is none. */
  private @Nullable String superior(String agency) {
    return agencies.superiors(agency, today()).stream().findFirst().orElse(null);
  }

  private LocalDate today() {
    return LocalTime.dayOf(clock.instant());
  }

  @Override
  public void start() {
    stopping = false;
    signals.drainPermits();
    if (enabled) {
      thread = Thread.ofPlatform().daemon().name("clock").start(this::run);
    }
  }

  @Override
  public void stop() {
    stopping = true;
    signals.release();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(10));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return !stopping;
  }
}
