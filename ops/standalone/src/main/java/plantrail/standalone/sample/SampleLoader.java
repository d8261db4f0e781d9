package plantrail.standalone.sample;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Set;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.command.Command;
import plantrail.command.agency.registeragency.RegisterAgency;
import plantrail.command.automation.RollOuts;
import plantrail.command.inspection.recordinspection.RecordInspection;
import plantrail.command.plan.issueplan.IssuePlan;
import plantrail.command.plan.openplanyear.OpenPlanYear;
import plantrail.command.platform.Commands;
import plantrail.command.platform.WritesPaused;
import plantrail.kernel.DomainEvent;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.Role;
import plantrail.kernel.plan.PlanId;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.PlanYearOpened;
import plantrail.kernel.report.ReportOpened;
import plantrail.kernel.task.TaskAssigned;
import plantrail.platform.problem.Notice;
import plantrail.platform.problem.Texts;

/**
 * Plays the sample in the background: every step is a real command, dated by a clock of the past,
 * in the order of time over all plans, so that each moment shows what it would have shown. A kill
 * in the middle needs no help: the play is the same at every start, and goes on where it was.
 */
@Component
@ConditionalOnProperty("plantrail.sample.enabled")
public class SampleLoader implements SmartLifecycle, WritesPaused, Notice {
  private static final Logger log = LoggerFactory.getLogger(SampleLoader.class);
  private static final Actor ADMIN = new Actor("admin", "Admin", null, Role.ADMIN);
  private static final int NOTE_EVERY = 200;
  private static final Duration POLL = Duration.ofMillis(20);

  /** About how many steps the sample has; only for telling how far it has come. */
  private static final int EXPECTED_STEPS = 16_000;

  private final SampleFiles files;
  private final SampleLife life;
  private final SamplePeople people;
  private final SampleAccounts accounts;
  private final Commands commands;
  private final RollOuts rollOuts;
  private final Serializer events;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Texts texts;
  private volatile boolean running;
  private volatile boolean finished;
  private volatile int step;
  private int played;

  SampleLoader(
      SampleFiles files,
      SampleLife life,
      SamplePeople people,
      SampleAccounts accounts,
      Commands commands,
      RollOuts rollOuts,
      @Qualifier("eventSerializer") Serializer events,
      JdbcClient jdbc,
      @Qualifier("clock") Clock clock,
      Texts texts) {
    this.files = files;
    this.life = life;
    this.people = people;
    this.accounts = accounts;
    this.commands = commands;
    this.rollOuts = rollOuts;
    this.events = events;
    this.jdbc = jdbc;
    this.clock = clock;
    this.texts = texts;
    this.finished = jdbc.sql("select finished from sample.progress").query(Boolean.class).single();
  }

  /** How far the loading has come, in percent; empty when it is done. */
  @Override
  public OptionalInt progress() {
    return finished
        ? OptionalInt.empty()
        : OptionalInt.of(Math.min(99, 100 * step / EXPECTED_STEPS));
  }

  @Override
  public Optional<String> text(Locale locale) {
    OptionalInt percent = progress();
    return percent.isPresent()
        ? Optional.of(texts.of(locale, "sample.loading", Integer.toString(percent.getAsInt())))
        : Optional.empty();
  }

  private void load() {
    try {
      Instant begun = Instant.now();
      played = jdbc.sql("select played from sample.progress").query(Integer.class).single();
      play();
      if (running) {
        note(true);
        finished = true;
        log.info(
            texts.of(
                Texts.VIETNAMESE,
                "sample.loaded",
                Integer.toString(step),
                Long.toString(Duration.between(begun, Instant.now()).toSeconds())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      if (running) {
        log.error("The sample cannot be loaded", e);
      }
    }
  }

  /** One thing in the queue: something to do, and what follows in the play when it is done. */
  private record Scene(Instant at, String id, Play play) {}

  private interface Play {
    List<Scene> perform(boolean already) throws InterruptedException;
  }

  private void play() throws InterruptedException {
    Instant now = clock.instant();
    PriorityQueue<Scene> scenes =
        new PriorityQueue<>(Comparator.comparing(Scene::at).thenComparing(Scene::id));
    List<RegisterAgency> agencies = files.agencies();
    accounts.create(agencies, people);
    for (int i = 0; i < agencies.size(); i++) {
      RegisterAgency agency = agencies.get(i);
      Instant at = agency.validFrom().atStartOfDay(LocalTime.ZONE).toInstant();
      scenes.add(new Scene(at, "%06d".formatted(i), already -> give(agency, ADMIN, at, already)));
    }
    for (IssuePlan plan : files.plans()) {
      Instant at = plan.issueDate().atTime(7, 30).atZone(LocalTime.ZONE).toInstant();
      scenes.add(new Scene(at, plan.planId().value(), already -> issue(plan, at, already)));
    }
    while (running && !scenes.isEmpty() && scenes.peek().at().isBefore(now)) {
      Scene scene = scenes.remove();
      scenes.addAll(scene.play().perform(step < played));
      step = step + 1;
      if (step > played && step % NOTE_EVERY == 0) {
        note(false);
      }
      if (step % (EXPECTED_STEPS / 10) == 0) {
        log.info(
            texts.of(Texts.VIETNAMESE, "sample.loading", Integer.toString(progress().orElse(100))));
      }
    }
  }

  private void note(boolean done) {
    jdbc.sql("update sample.progress set played = ?, finished = ?").params(step, done).update();
  }

  private List<Scene> give(Command command, Actor actor, Instant at, boolean already) {
    if (!already) {
      try {
        commands.giveAsSample(command, actor, at);
      } catch (Refusal refusal) {
        // Played before the last note was taken: it is so already.
        log.debug("Passed over {}: {}", command, refusal.getMessage());
      }
    }
    return List.of();
  }

  private List<Scene> issue(IssuePlan plan, Instant at, boolean already)
      throws InterruptedException {
    String planId = plan.planId().value();
    give(plan, people.of(plan.issuer()), at, already);
    Opened opened = awaitOpened(planId, 1, plan.issueDate());
    PlanIssued issued = read(planId, "plan-issued", PlanIssued.class).getFirst();
    List<Scene> scenes = new ArrayList<>();
    Set<String> units = new LinkedHashSet<>();
    for (TaskAssigned task : opened.tasks()) {
      scenes.addAll(scenes(life.of(task, issued.issueDate(), issued.periodTo())));
    }
    for (ReportOpened report : opened.reports()) {
      units.add(report.agency());
      scenes.addAll(scenes(life.of(report, issued.issueDate())));
    }
    if (issued.opensYears()) {
      scenes.add(year(planId, issued.horizon().getYear() + 1, 2));
    }
    for (SampleLife.Deed deed : life.inspections(issued, List.copyOf(units))) {
      scenes.add(scene(deed, done -> inspect(deed, done)));
    }
    return scenes;
  }

  /** The duties that a change of a plan opened. */
  private record Opened(List<TaskAssigned> tasks, List<ReportOpened> reports) {}

  /**
   * Waits until the history tells of all duties that a change of a plan opened.
   *
   * @param change which change of the plan's duties it is, from 1
   * @param since day from which they stand
   */
  private Opened awaitOpened(String planId, int change, LocalDate since)
      throws InterruptedException {
    while (running) {
      List<RollOuts.State> changes = rollOuts.all(planId);
      if (changes.size() >= change && changes.get(change - 1).finished()) {
        Opened opened =
            new Opened(
                read(planId, "task-assigned", TaskAssigned.class).stream()
                    .filter(task -> task.inspectionId() == null && since.equals(task.since()))
                    .toList(),
                read(planId, "report-opened", ReportOpened.class).stream()
                    .filter(report -> since.equals(report.since()))
                    .toList());
        if (opened.tasks().size() + opened.reports().size() == changes.get(change - 1).done()) {
          return opened;
        }
      }
      Thread.sleep(POLL);
    }
    throw new InterruptedException();
  }

  /**
   * A further year of a plan without an end begins, as the clock would have it.
   *
   * @param change which change of the plan's duties that is, from 1
   */
  private Scene year(String planId, int year, int change) {
    LocalDate from = PlanYearOpened.firstDay(year);
    Instant at = LocalTime.startOf(from);
    OpenPlanYear command = new OpenPlanYear(new PlanId(planId), year);
    return new Scene(
        at,
        command.toString(),
        already -> {
          give(command, Actor.SYSTEM, at, already);
          Opened opened = awaitOpened(planId, change, from);
          List<Scene> scenes = new ArrayList<>();
          scenes.add(year(planId, year + 1, change + 1));
          for (ReportOpened report : opened.reports()) {
            scenes.addAll(scenes(life.of(report, from)));
          }
          return scenes;
        });
  }

  private List<Scene> inspect(SampleLife.Deed deed, boolean already) throws InterruptedException {
    give(deed.command(), people.of(deed.agency()), deed.at(), already);
    var command = (RecordInspection) deed.command();
    String inspectionId = command.inspectionId().value();
    List<TaskAssigned> tasks = List.of();
    while (running && tasks.size() < command.recommendations().size()) {
      tasks =
          read(command.planId(), "task-assigned", TaskAssigned.class).stream()
              .filter(task -> inspectionId.equals(task.inspectionId()))
              .toList();
      Thread.sleep(POLL);
    }
    LocalDate day = LocalTime.dayOf(deed.at());
    return tasks.stream().flatMap(task -> scenes(life.of(task, day, null)).stream()).toList();
  }

  private List<Scene> scenes(List<SampleLife.Deed> deeds) {
    return deeds.stream()
        .map(deed ->
            scene(
                deed,
                already -> give(deed.command(), people.of(deed.agency()), deed.at(), already)))
        .toList();
  }

  private static Scene scene(SampleLife.Deed deed, Play play) {
    return new Scene(deed.at(), deed.command().toString(), play);
  }

  /** What the history has so far; the log itself need not be in this database. */
  private <E extends DomainEvent> List<E> read(String planId, String name, Class<E> type) {
    return jdbc.sql(
            """
            select payload::text, revision from view.history_entry
             where plan = :plan and name = :name order by position
            """)
        .param("name", name)
        .param("plan", planId)
        .query((row, number) ->
            type.cast(
                events.<String, E>deserialize(
                    new SimpleSerializedObject<>(
                        row.getString(1), String.class, name, row.getString(2)))))
        .list();
  }

  @Override
  public void start() {
    running = true;
    if (!finished) {
      Thread.ofPlatform().daemon().name("sample").start(this::load);
    }
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
