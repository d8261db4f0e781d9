package plantrail.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import plantrail.command.CommandSide;
import plantrail.command.agency.registeragency.RegisterAgency;
import plantrail.command.automation.RollOuts;
import plantrail.command.plan.issueplan.IssuePlan;
import plantrail.command.platform.Commands;
import plantrail.command.task.TaskAggregate;
import plantrail.command.task.accepttask.AcceptTask;
import plantrail.command.task.reportprogress.ReportProgress;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Outcome;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.message.Role;
import plantrail.kernel.plan.Assignees;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.Item;
import plantrail.kernel.task.ProgressReported;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskEvent;
import plantrail.kernel.task.TaskId;
import plantrail.platform.messaging.ActorMetadata;
import plantrail.query.QuerySide;
import plantrail.query.platform.Queries;
import plantrail.query.platform.When;
import plantrail.query.taskboard.GetTask;
import plantrail.query.taskboard.TaskAnswer;
import plantrail.query.taskboard.TaskBoardProjection;
import plantrail.testing.TestDatabase;

/**
 * Both sides against a real Axon Server, which an operator has to bring: see README.md. Its log may
 * hold anything that PlanTrail has written there; every run works on things of its own.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverAxonServer {
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final int EVERY = 20;

  private final String agency =
      "T" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
  private final Actor official = new Actor(agency, "Bà Hoa", agency, Role.OFFICIAL);
  private ConfigurableApplicationContext commandSide;
  private ConfigurableApplicationContext querySide;
  private Commands commands;
  private EventStore eventStore;
  private int plans;

  private static ConfigurableApplicationContext start(Class<?> side, String name, String url) {
    return new SpringApplicationBuilder(side)
        .profiles("axon-server")
        .run(
            "--spring.config.name=" + name,
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=postgres",
            "--spring.datasource.password=",
            "--server.port=0",
            "--plantrail.query.patience=" + PATIENCE.toSeconds() + "s",
            "--plantrail.snapshot.every=" + EVERY);
  }

  @BeforeAll
  void start() {
    String url = TestDatabase.fresh();
    commandSide = start(CommandSide.class, "command-side", url);
    querySide = start(QuerySide.class, "query-side", url);
    commands = commandSide.getBean(Commands.class);
    eventStore = commandSide.getBean(EventStore.class);
    commands.give(
        new RegisterAgency(
            agency,
            "UBND tỉnh",
            AgencyKind.PEOPLES_COMMITTEE,
            AgencyLevel.PROVINCE,
            null,
            LocalDate.of(2020, 1, 1),
            null,
            null),
        new Actor("admin", "Quản trị", null, Role.ADMIN));
  }

  @AfterAll
  void stop() {
    querySide.close();
    commandSide.close();
  }

  /** A plan that charges the agency itself. */
  private IssuePlan plan() {
    plans++;
    return new IssuePlan(
        "KH",
        Integer.toString(plans),
        "KH-UBND",
        LocalDate.now(LocalTime.ZONE),
        agency,
        "Công tác dân vận",
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(new Item("I", "Nội dung")),
        List.of(
            new AssignmentRule(
                "A1",
                "I",
                "Tuyên truyền",
                new Assignees(List.of(agency), List.of(), List.of()),
                List.of(DutyRole.EXECUTE),
                null,
                null,
                null)),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private TaskId taskOf(IssuePlan plan) {
    return TaskId.of(plan.planId().value(), "A1", agency);
  }

  /** A task of the agency, accepted. */
  private TaskId acceptedTask() {
    IssuePlan plan = plan();
    commands.give(plan, official);
    TaskId task = taskOf(plan);
    await().atMost(PATIENCE).until(() -> eventStore.readEvents(task.value(), 0).hasNext());
    commands.give(new AcceptTask(task), official);
    return task;
  }

  /** Writes as another node would, behind this one's back. */
  private void write(TaskId task, long sequence, TaskEvent event) {
    eventStore.publish(
        new GenericDomainEventMessage<>(
            "Task", task.value(), sequence, event, ActorMetadata.of(official)));
  }

  private Outcome report(TaskId task, int percent) {
    return commands.give(new ReportProgress(task, percent, null, List.of(), List.of()), official);
  }

  private TaskAnswer ask(TaskId task, When when) {
    return querySide
        .getBean(Queries.class)
        .ask(new GetTask(official, when, task.value()), TaskAnswer.class);
  }

  @Test
  void whatTheCommandSideRecordsTheQuerySideShowsNowAndAsOfBefore() {
    TaskId task = acceptedTask();
    Outcome ten = report(task, 10);
    Outcome twenty = report(task, 20);
    TaskAnswer now = ask(task, new When(null, twenty.mark()));
    assertThat(now.task().percent()).isEqualTo(20);
    assertThat(now.timeline())
        .extracting("name")
        .containsExactly(
            "task-assigned", "task-accepted", "progress-reported", "progress-reported");
    long before = now.timeline().get(2).position();
    assertThat(ask(task, new When("#" + before, null)).task().percent()).isEqualTo(10);
    assertThat(ask(task, new When(null, ten.mark())).task().percent()).isEqualTo(20);
  }

  @Test
  void aRefusalArrivesAsSuch() {
    TaskId nobodys = TaskId.of("none", "A1", agency);
    assertThatThrownBy(() -> report(nobodys, 10))
        .isInstanceOfSatisfying(
            Refusal.class, e -> assertThat(e.code()).isEqualTo(RefusalCode.NOT_FOUND));
    assertThatThrownBy(() -> ask(nobodys, When.NOW))
        .isInstanceOfSatisfying(
            Refusal.class, e -> assertThat(e.code()).isEqualTo(RefusalCode.NOT_FOUND));
  }

  @Test
  void aStepThatLostAgainstAnotherWriterIsDecidedAnew() {
    TaskId task = acceptedTask();
    long last = eventStore.lastSequenceNumberFor(task.value()).orElseThrow();
    write(task, last + 1, new ProgressReported(task.value(), 30, null, List.of(), List.of()));
    assertThat(report(task, 40).mark()).isEqualTo(Outcome.mark(task.value(), last + 2));
  }

  @Test
  void aRollOutPassesOverADutyThatIsThereAlready() {
    IssuePlan plan = plan();
    String planId = plan.planId().value();
    TaskId task = taskOf(plan);
    write(
        task,
        0,
        new TaskAssigned(
            task.value(),
            planId,
            "KH-UBND",
            "A1",
            "I",
            "Tuyên truyền",
            agency,
            List.of(DutyRole.EXECUTE),
            null,
            null,
            agency,
            null,
            null,
            null,
            null,
            null,
            null));
    commands.give(plan, official);
    RollOuts rollOuts = commandSide.getBean(RollOuts.class);
    await()
        .atMost(PATIENCE)
        .until(() -> rollOuts.find(planId).filter(RollOuts.State::finished).isPresent());
    assertThat(eventStore.readEvents(task.value(), 0).asStream()).hasSize(1);
  }

  @Test
  void aLongRecordIsLoadedByASnapshot() {
    TaskId task = acceptedTask();
    for (int i = 1; i <= 2 * EVERY; i++) {
      report(task, i);
    }
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> {
          assertThat(eventStore.readEvents(task.value()).next().getPayloadType())
              .isEqualTo(TaskAggregate.class);
        });
    assertThat(eventStore.readEvents(task.value()).asStream().count()).isLessThan(2 * EVERY);
    assertThat(eventStore.readEvents(task.value(), 0).asStream().count()).isEqualTo(2 * EVERY + 2);
  }

  @Test
  void aProjectionThatIsReadAgainFromTheBeginningComesToTheSame() {
    TaskId task = acceptedTask();
    TaskAnswer before = ask(task, new When(null, report(task, 50).mark()));
    StreamingEventProcessor processor =
        querySide
            .getBean(EventProcessingConfiguration.class)
            .eventProcessor(TaskBoardProjection.GROUP, StreamingEventProcessor.class)
            .orElseThrow();
    processor.shutDown();
    processor.resetTokens();
    assertThat(rows()).isZero();
    processor.start();
    awaitReaders();
    assertThat(ask(task, When.NOW).task()).isEqualTo(before.task());
  }

  private long rows() {
    return querySide
        .getBean(JdbcClient.class)
        .sql("select count(*) from view.task")
        .query(Long.class)
        .single();
  }

  @Test
  void everyReaderComesToTheEndOfTheLogAlsoWhereItPassesOverAll() {
    acceptedTask();
    awaitReaders();
  }

  private void awaitReaders() {
    long head = position(eventStore.createHeadToken());
    await()
        .atMost(PATIENCE)
        .until(() ->
            readers()
                .allMatch(reader ->
                    reader.processingStatus().values().stream()
                        .allMatch(each -> position(each.getTrackingToken()) >= head)));
  }

  private Stream<StreamingEventProcessor> readers() {
    return Stream.of(commandSide, querySide)
        .map(side -> side.getBean(EventProcessingConfiguration.class).eventProcessors())
        .map(Map::values)
        .flatMap(java.util.Collection::stream)
        .map(StreamingEventProcessor.class::cast);
  }

  private static long position(@Nullable TrackingToken token) {
    return token == null ? -1 : token.position().orElse(-1);
  }
}
