package plantrail.standalone.sample;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableSet;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import plantrail.command.Command;
import plantrail.command.agency.Reorganisation;
import plantrail.command.agency.registeragency.RegisterAgency;
import plantrail.command.automation.RollOuts;
import plantrail.command.inspection.domain.Inspection;
import plantrail.command.inspection.recordfindings.RecordFindings;
import plantrail.command.inspection.recordinspection.RecordInspection;
import plantrail.command.model.replicatemodel.ReplicateModel;
import plantrail.command.plan.issueplan.IssuePlan;
import plantrail.command.plan.openplanyear.OpenPlanYear;
import plantrail.command.platform.Commands;
import plantrail.command.platform.WritesPaused;
import plantrail.command.report.domain.Report;
import plantrail.command.report.openreport.OpenReport;
import plantrail.command.task.accepttaskresult.AcceptTaskResult;
import plantrail.command.task.delegatetask.DelegateTask;
import plantrail.command.task.domain.Task;
import plantrail.command.task.reportprogress.ReportProgress;
import plantrail.kernel.DomainEvent;
import plantrail.kernel.agency.AgencyEnding;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.inspection.InspectionEvent;
import plantrail.kernel.inspection.InspectionId;
import plantrail.kernel.inspection.InspectionRecorded;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.Role;
import plantrail.kernel.model.ModelRegistered;
import plantrail.kernel.model.ModelReplicated;
import plantrail.kernel.plan.Assignees;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.PlanAmended;
import plantrail.kernel.plan.PlanId;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.PlanYearOpened;
import plantrail.kernel.plan.Product;
import plantrail.kernel.plan.TargetLine;
import plantrail.kernel.report.ReportEvent;
import plantrail.kernel.report.ReportOpened;
import plantrail.kernel.report.ReportTransferred;
import plantrail.kernel.target.TargetId;
import plantrail.kernel.target.TargetSet;
import plantrail.kernel.task.ChildTask;
import plantrail.kernel.task.ProgressRolledUp;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskDelegated;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskFulfilled;
import plantrail.kernel.task.TaskId;
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
  private static final int ALL = 100;
  private static final Duration POLL = Duration.ofMillis(20);

  /** About how many steps the sample has; only for telling how far it has come. */
  private static final int EXPECTED_STEPS = 26_500;

  private final SampleFiles files;
  private final SampleLife life;
  private final SampleStories stories;
  private final SampleInspections inspections;
  private final SampleModels models;
  private final SampleTargets targets;
  private final SampleConsolidations consolidations;
  private final SampleSettlements settlements;
  private final Successors successors;
  private final SamplePeople people;
  private final SampleAccounts accounts;
  private final Commands commands;
  private final RollOuts rollOuts;
  private final SampleLog events;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Texts texts;
  private final List<SamplePlan> below;
  private volatile boolean running;
  private volatile boolean finished;
  private volatile int step;
  private volatile int refused;
  private volatile Set<String> toCome = Set.of();
  private int played;

  /** By the identifier of a part of a task, that of the whole. */
  private final Map<String, String> parts = new HashMap<>();

  /** By the identifier of a plan, what was opened under it so far. */
  private final Map<String, Opened> openedUnder = new HashMap<>();

  SampleLoader(
      SampleFiles files,
      SampleLife life,
      SampleStories stories,
      SampleInspections inspections,
      SampleModels models,
      SampleTargets targets,
      SampleConsolidations consolidations,
      SampleSettlements settlements,
      Successors successors,
      SamplePeople people,
      SampleAccounts accounts,
      Commands commands,
      RollOuts rollOuts,
      SampleLog events,
      JdbcClient jdbc,
      @Qualifier("clock") Clock clock,
      Texts texts) {
    this.files = files;
    this.life = life;
    this.stories = stories;
    this.inspections = inspections;
    this.models = models;
    this.targets = targets;
    this.consolidations = consolidations;
    this.settlements = settlements;
    this.successors = successors;
    this.people = people;
    this.accounts = accounts;
    this.commands = commands;
    this.rollOuts = rollOuts;
    this.events = events;
    this.jdbc = jdbc;
    this.clock = clock;
    this.texts = texts;
    this.below = files.below();
    this.finished = jdbc.sql("select finished from sample.progress").query(Boolean.class).single();
  }

  /** How far the loading has come, in percent; empty when it is done. */
  @Override
  public OptionalInt progress() {
    return finished
        ? OptionalInt.empty()
        : OptionalInt.of(Math.min(99, 100 * step / EXPECTED_STEPS));
  }

  /** How many steps of the play this process gave in vain: the sample is wrong if there are any. */
  int refused() {
    return refused;
  }

  /**
   * Identifiers of the records with which something happens in the play after the moment at which
   * it was loaded. It is played no further; whoever loads it later finds it done.
   */
  Set<String> toCome() {
    return toCome;
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
  private record Scene(Instant at, String id, @Nullable Command command, Play play) {
    Scene(Instant at, String id, Play play) {
      this(at, id, null, play);
    }

    /** The record that it is about; none if that is not a single one. */
    Stream<String> subject() {
      return Stream.ofNullable(command)
          .flatMap(each ->
              SampleLog.idOf(each.getClass()).map(id -> SampleLog.value(id, each)).stream());
    }
  }

  private interface Play {
    List<Scene> perform(boolean already) throws InterruptedException;
  }

  private void play() throws InterruptedException {
    Instant now = clock.instant();
    PriorityQueue<Scene> scenes =
        new PriorityQueue<>(Comparator.comparing(Scene::at).thenComparing(Scene::id));
    List<RegisterAgency> agencies = files.agencies();
    List<RegisterAgency> all = new ArrayList<>(agencies);
    successors.reform().forEach(each -> all.addAll(each.founded()));
    accounts.create(all, people);
    for (int i = 0; i < agencies.size(); i++) {
      RegisterAgency agency = agencies.get(i);
      Instant at = agency.validFrom().atStartOfDay(LocalTime.ZONE).toInstant();
      scenes.add(new Scene(at, "%06d".formatted(i), already -> give(agency, ADMIN, at, already)));
    }
    successors.reform().stream()
        .collect(groupingBy(Reorganisation::effective))
        .forEach((day, ends) -> {
          Instant at = LocalTime.startOf(day);
          // After the agencies that are new on that day, before all that people do.
          scenes.add(new Scene(at, ":reform", already -> reform(ends, at, already)));
        });
    for (SamplePlan plan : files.plans()) {
      Instant at = plan.issue().issueDate().atTime(7, 30).atZone(LocalTime.ZONE).toInstant();
      scenes.add(new Scene(at, plan.issue().planId().value(), already -> issue(plan, at, already)));
    }
    for (SamplePlan plan : below) {
      Instant at = plan.issue().issueDate().atTime(15, 30).atZone(LocalTime.ZONE).toInstant();
      scenes.add(
          new Scene(at, plan.issue().planId().value(), already -> issueBelow(plan, at, already)));
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
    toCome = scenes.stream().flatMap(Scene::subject).collect(toUnmodifiableSet());
  }

  private void note(boolean done) {
    jdbc.sql("update sample.progress set played = ?, finished = ?").params(step, done).update();
  }

  private List<Scene> give(Command command, Actor actor, Instant at, boolean already) {
    // What was played since the last note was taken is told by the log alone.
    boolean unsure = step <= played + NOTE_EVERY;
    if (!already && !(unsure && events.has(command, at))) {
      try {
        commands.giveAsSample(command, actor, at);
      } catch (Refusal refusal) {
        refused = refused + 1;
        log.error("Refused {} of {}: {}", command, actor.agency(), refusal.getMessage());
      }
    }
    return List.of();
  }

  private List<Scene> reform(List<Reorganisation> ends, Instant at, boolean already)
      throws InterruptedException {
    for (Reorganisation each : ends) {
      give(each, ADMIN, at, already);
    }
    List<String> ended =
        ends.stream()
            .flatMap(each -> each.endings().values().stream())
            .map(AgencyEnding::code)
            .toList();
    await(() -> events.handedOver(ended));
    return List.of();
  }

  /** A report that was opened after the reform is handed over before anything else happens. */
  private void awaitSuccession(ReportOpened report, Instant at) throws InterruptedException {
    long ended =
        Stream.concat(
                Stream.of(report.agency(), report.issuer(), report.focal()),
                report.addressees().stream()
                    .flatMap(each -> Stream.of(each.agency(), each.channel())))
            .filter(Objects::nonNull)
            .distinct()
            .filter(each -> !successors.of(each, at).equals(each))
            .count();
    await(() -> events.of(report.reportId(), ReportTransferred.class).size() >= ended);
  }

  private List<Scene> issue(SamplePlan plan, Instant at, boolean already)
      throws InterruptedException {
    PlanLife told = plan.life();
    String planId = plan.issue().planId().value();
    give(plan.issue(), people.of(plan.issue().issuer()), at, already);
    Opened opened = awaitOpened(planId, 1, at);
    PlanIssued issued = first(planId, PlanIssued.class);
    for (TargetLine line : issued.targets()) {
      first(TargetId.of(planId, line.id()).value(), TargetSet.class);
    }
    List<TaskAssigned> tasks = opened.tasks();
    List<ReportOpened> reports = opened.reports();
    List<String> units = units(issued, reports, tasks);
    List<Deed> deeds = new ArrayList<>(stories.of(planId, told));
    Set<String> ofStories = stories.told(planId, told);
    for (TaskAssigned task : tasks) {
      if (!ofStories.contains(task.taskId()) && !fulfilledByPlan(task)) {
        deeds.addAll(play(task, issued, told));
      }
    }
    reports.forEach(report -> deeds.addAll(life.of(report, issued.issueDate())));
    deeds.addAll(consolidations.of(reports));
    deeds.addAll(inspections.of(issued, units, tasks));
    deeds.addAll(targets.of(issued, units));
    deeds.addAll(
        models.of(
            issued,
            told.awards(),
            tasks.stream().filter(task -> task.creates() == Product.MODEL).toList()));
    List<Scene> scenes = new ArrayList<>(scenes(deeds));
    for (PlanLife.Demand demand : told.demanded()) {
      scenes.add(demand(issued, demand, bound(issued, demand.rule(), tasks)));
    }
    for (int i = 0; i < told.amended().size(); i++) {
      scenes.add(amend(issued, told.amended().get(i), 2 + i));
    }
    scenes.addAll(year(issued, issued.horizon(), 2));
    scenes.addAll(settlements(planId, told));
    return scenes;
  }

  private List<Deed> play(TaskAssigned task, PlanIssued plan, PlanLife told) {
    return life.of(task, plan.issueDate(), plan.periodTo()).stream()
        .filter(deed -> told.stands(task.duty(), LocalTime.dayOf(deed.at())))
        .toList();
  }

  /** Whether the sample has the plan that the task demands of its agency. */
  private boolean fulfilledByPlan(TaskAssigned task) {
    return task.creates() == Product.SUBORDINATE_PLAN
        && below.stream()
            .map(SamplePlan::issue)
            .anyMatch(
                plan -> task.planId().equals(plan.parent()) && task.agency().equals(plan.issuer()));
  }

  /** A plan that fulfils what the one above it demands of its issuer. */
  private List<Scene> issueBelow(SamplePlan below, Instant at, boolean already)
      throws InterruptedException {
    IssuePlan plan = below.issue();
    String planId = plan.planId().value();
    give(plan, people.of(plan.issuer()), at, already);
    Opened opened = awaitOpened(planId, 1, at);
    String parent = Objects.requireNonNull(plan.parent());
    for (AssignmentRule rule : first(parent, PlanIssued.class).assignments()) {
      String task = TaskId.of(parent, rule.id(), plan.issuer()).value();
      if (events.of(task, TaskAssigned.class).stream().anyMatch(this::fulfilledByPlan)) {
        first(task, TaskFulfilled.class);
      }
    }
    LocalDate next = plan.issueDate().plusDays(1);
    List<Scene> scenes = new ArrayList<>(scenes(stories.of(planId, below.life())));
    opened.tasks().stream()
        .filter(task -> !fulfilledByPlan(task))
        .forEach(task -> scenes.addAll(scenes(life.of(task, next, plan.periodTo()))));
    scenes.addAll(settlements(planId, below.life()));
    return scenes;
  }

  /** What is open under a plan is gone through, as it stands when that begins. */
  private List<Scene> settlements(String planId, PlanLife told) {
    List<Scene> scenes = new ArrayList<>();
    for (PlanLife.Settlement settlement : told.settled()) {
      Instant at = LocalTime.startOf(settlement.from());
      scenes.add(new Scene(at, planId + " settled", _ -> settle(planId, settlement, at)));
    }
    return scenes;
  }

  private List<Scene> settle(String planId, PlanLife.Settlement settlement, Instant at) {
    Opened opened = opened(planId);
    List<Deed> deeds = new ArrayList<>();
    for (TaskAssigned each : opened.tasks()) {
      Task task = events.before(at, each.taskId(), TaskEvent.class, Task::evolve);
      deeds.addAll(settlements.of(settlement, Objects.requireNonNull(task)));
    }
    for (ReportOpened each : opened.reports()) {
      Report report = events.before(at, each.reportId(), ReportEvent.class, Report::evolve);
      deeds.addAll(settlements.of(settlement, Objects.requireNonNull(report)));
    }
    for (InspectionId id : opened.inspections()) {
      Inspection inspection =
          events.before(at, id.value(), InspectionEvent.class, Inspection::evolve);
      deeds.addAll(settlements.of(settlement, id, Objects.requireNonNull(inspection)));
    }
    return scenes(deeds);
  }

  /**
   * An amendment of a plan.
   *
   * @param change which change of the plan's duties it is, from 1
   */
  private Scene amend(PlanIssued issued, PlanLife.Amendment amendment, int change) {
    String planId = issued.planId();
    Instant at = amendment.day().atTime(9, 0).atZone(LocalTime.ZONE).toInstant();
    return new Scene(
        at,
        amendment.toString(),
        already -> {
          PlanIssued present = issued;
          for (PlanAmended before : events.of(planId, PlanAmended.class)) {
            present = present.after(before);
          }
          give(amendment.of(present, change - 1), people.of(issued.issuer()), at, already);
          awaitRollOut(planId, change);
          List<Scene> scenes = new ArrayList<>();
          for (PlanLife.Added added : amendment.added()) {
            for (String agency : added.assignment().assignees().agencies()) {
              TaskId task = TaskId.of(planId, added.assignment().id(), agency);
              TaskAssigned assigned = first(task.value(), TaskAssigned.class);
              opened(planId).tasks().add(assigned);
              scenes.addAll(
                  scenes(life.of(assigned, amendment.day().plusDays(1), issued.periodTo())));
            }
          }
          return scenes;
        });
  }

  /** Codes of those whose reports pass through another, or would if the plan had a rhythm. */
  private static List<String> units(
      PlanIssued plan, List<ReportOpened> reports, List<TaskAssigned> tasks) {
    return reports.isEmpty()
        ? bound(plan, plan.reportingRules().getFirst().id(), tasks)
        : reports.stream()
            .filter(report -> report.addressees().stream().anyMatch(each -> each.channel() != null))
            .map(ReportOpened::agency)
            .distinct()
            .toList();
  }

  /** Codes of those that a reporting rule binds; an assignment of the plan binds the same. */
  private static List<String> bound(PlanIssued plan, String rule, List<TaskAssigned> tasks) {
    Assignees reporters =
        plan.reportingRules().stream()
            .filter(each -> each.id().equals(rule))
            .findFirst()
            .orElseThrow()
            .reporters();
    String duty =
        plan.assignments().stream()
            .filter(each -> each.assignees().equals(reporters))
            .findFirst()
            .orElseThrow()
            .id();
    return tasks.stream()
        .filter(task -> task.duty().equals(duty))
        .map(TaskAssigned::agency)
        .toList();
  }

  /** The focal agency asks all of them for a report. */
  private Scene demand(PlanIssued plan, PlanLife.Demand demand, List<String> agencies) {
    Instant at = demand.day().atTime(8, 0).atZone(LocalTime.ZONE).toInstant();
    Actor focal = people.of(Objects.requireNonNull(plan.focal()));
    return new Scene(
        at,
        demand.toString(),
        already -> {
          List<ReportOpened> opened = new ArrayList<>();
          for (String agency : agencies) {
            OpenReport command =
                new OpenReport(
                    plan.planId(), demand.rule(), agency, demand.period(), null, demand.due());
            give(command, focal, at, already);
            opened.addAll(events.of(command.reportId().value(), ReportOpened.class));
          }
          opened(plan.planId()).reports().addAll(opened);
          List<Scene> scenes = new ArrayList<>(scenes(consolidations.of(opened)));
          opened.forEach(report -> scenes.addAll(scenes(life.of(report, demand.day()))));
          return scenes;
        });
  }

  /** The duties that a change of a plan opened, and what was inspected. */
  private record Opened(
      List<TaskAssigned> tasks, List<ReportOpened> reports, List<InspectionId> inspections) {}

  private Opened opened(String planId) {
    return openedUnder.computeIfAbsent(
        planId, id -> new Opened(new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
  }

  /**
   * Waits until the history tells of all duties that a change of a plan opened.
   *
   * @param change which change of the plan's duties it is, from 1
   * @param at when it was recorded
   */
  private Opened awaitOpened(String planId, int change, Instant at) throws InterruptedException {
    awaitRollOut(planId, change);
    int duties = rollOuts.all(planId).get(change - 1).done();
    Supplier<Opened> told =
        () ->
            new Opened(
                events.ofPlan(planId, "task-assigned", at, TaskAssigned.class),
                events.ofPlan(planId, "report-opened", at, ReportOpened.class),
                List.of());
    await(() -> told.get().tasks().size() + told.get().reports().size() == duties);
    opened(planId).tasks().addAll(told.get().tasks());
    opened(planId).reports().addAll(told.get().reports());
    return told.get();
  }

  private void awaitRollOut(String planId, int change) throws InterruptedException {
    await(() -> {
      List<RollOuts.State> changes = rollOuts.all(planId);
      return changes.size() >= change && changes.get(change - 1).finished();
    });
  }

  /**
   * A further year of a plan begins, as the clock would have it, unless the plan ends before.
   *
   * @param horizon last day for which reports were opened before
   * @param change which change of the plan's duties that is, from 1
   */
  private List<Scene> year(PlanIssued plan, LocalDate horizon, int change) {
    if (!plan.opensYearAfter(horizon)) {
      return List.of();
    }
    String planId = plan.planId();
    int year = horizon.getYear() + 1;
    LocalDate from = PlanYearOpened.firstDay(year);
    Instant at = LocalTime.startOf(from);
    OpenPlanYear command = new OpenPlanYear(new PlanId(planId), year);
    return List.of(
        new Scene(
            at,
            command.toString(),
            already -> {
              give(command, Actor.SYSTEM, at, already);
              List<ReportOpened> opened = awaitOpened(planId, change, at).reports();
              List<Scene> scenes = new ArrayList<>(year(plan, plan.horizon(year), change + 1));
              for (ReportOpened report : opened) {
                awaitSuccession(report, at);
              }
              opened.forEach(report -> scenes.addAll(scenes(life.of(report, from))));
              scenes.addAll(scenes(consolidations.of(opened)));
              return scenes;
            }));
  }

  private List<Scene> scenes(List<Deed> deeds) {
    return deeds.stream()
        .map(deed ->
            new Scene(
                deed.at(),
                deed.command().toString(),
                deed.command(),
                already -> perform(deed, already)))
        .toList();
  }

  private List<Scene> perform(Deed deed, boolean already) throws InterruptedException {
    String agency = successors.of(deed.agency(), deed.at());
    give(deed.command(), people.of(agency), deed.at(), already);
    return switch (deed.command()) {
      case RecordInspection inspection -> remedies(inspection.inspectionId());
      case RecordFindings inspection -> remedies(inspection.inspectionId());
      case DelegateTask delegation -> parts(delegation);
      case ReportProgress progress -> awaitWhole(progress.taskId(), progress.percent());
      case AcceptTaskResult accepted -> awaitWhole(accepted.taskId(), ALL);
      case ReplicateModel replication -> copies(replication);
      default -> List.of();
    };
  }

  private List<Scene> remedies(InspectionId id) throws InterruptedException {
    List<Scene> scenes = new ArrayList<>();
    for (InspectionRecorded inspection : events.of(id.value(), InspectionRecorded.class)) {
      Opened opened = opened(inspection.planId());
      opened.inspections().add(id);
      List<List<Deed>> remedies = new ArrayList<>();
      for (int i = 1; i <= inspection.recommendations().size(); i++) {
        TaskId task =
            TaskId.of(inspection.planId(), inspection.inspectionId() + "#" + i, inspection.unit());
        TaskAssigned assigned = first(task.value(), TaskAssigned.class);
        opened.tasks().add(assigned);
        remedies.add(life.of(assigned, inspection.happenedOn().plusDays(1), null));
      }
      remedies.forEach(deeds -> scenes.addAll(scenes(deeds)));
      scenes.addAll(scenes(inspections.end(inspection, remedies)));
    }
    return scenes;
  }

  private List<Scene> parts(DelegateTask delegation) throws InterruptedException {
    List<Scene> scenes = new ArrayList<>();
    String whole = delegation.taskId().value();
    for (TaskDelegated delegated : events.of(whole, TaskDelegated.class)) {
      for (ChildTask child : delegated.children()) {
        TaskAssigned part = first(child.taskId(), TaskAssigned.class);
        parts.put(part.taskId(), whole);
        opened(part.planId()).tasks().add(part);
        scenes.addAll(scenes(life.part(part, delegated.happenedOn().plusDays(1))));
      }
    }
    return scenes;
  }

  /** What comes of a part has come to the whole before anything else happens. */
  private List<Scene> awaitWhole(TaskId part, int percent) throws InterruptedException {
    String whole = parts.get(part.value());
    if (whole != null) {
      await(() ->
          events.of(whole, ProgressRolledUp.class).stream()
              .anyMatch(up -> up.childId().equals(part.value()) && up.childPercent() == percent));
    }
    return List.of();
  }

  private List<Scene> copies(ReplicateModel replication) throws InterruptedException {
    List<Scene> scenes = new ArrayList<>();
    String model = replication.modelId().value();
    for (ModelReplicated replicated : events.of(model, ModelReplicated.class)) {
      if (replicated.agency().equals(replication.agency())) {
        ModelRegistered copy = first(replicated.copy(), ModelRegistered.class);
        // An agency that has one of that name of its own makes no copy.
        List<Deed> deeds = model.equals(copy.origin()) ? models.copied(copy) : List.of();
        // A copy that its agency does not live to build stays registered.
        if (deeds.stream().allMatch(deed -> successors.goOn(deed.agency(), deed.at()))) {
          scenes.addAll(scenes(deeds));
        }
      }
    }
    return scenes;
  }

  /** The first event of that kind in a record, once it is there. */
  private <E extends DomainEvent> E first(String id, Class<E> type) throws InterruptedException {
    await(() -> !events.of(id, type).isEmpty());
    return events.of(id, type).getFirst();
  }

  /** Waits for what automations do. */
  private void await(BooleanSupplier done) throws InterruptedException {
    while (!done.getAsBoolean()) {
      if (!running) {
        throw new InterruptedException();
      }
      Thread.sleep(POLL);
    }
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
