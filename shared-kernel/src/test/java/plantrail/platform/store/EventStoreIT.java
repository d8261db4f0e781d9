package plantrail.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.updates.UpdateChecker;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.task.ProgressReported;
import plantrail.kernel.task.TaskAccepted;
import plantrail.kernel.task.TaskEvent;
import plantrail.platform.messaging.ReaderTokens;
import plantrail.platform.schema.MigratedSchema;
import plantrail.platform.schema.SchemaMigrator;
import plantrail.testing.TestDatabase;

@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = {
      "spring.config.import=classpath:platform.yaml",
      "plantrail.readers.longest-rest=10m"
    })
@ContextConfiguration(initializers = TestDatabase.class)
@DirtiesContext
class EventStoreIT {

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @Import({FirstReader.class, SecondReader.class})
  static class Application {}

  /** What a reader saw: subjects with positions, in order. */
  abstract static class Reader {
    final List<String> seen = Collections.synchronizedList(new ArrayList<>());
    final List<Long> positions = Collections.synchronizedList(new ArrayList<>());
    final AtomicInteger replayed = new AtomicInteger();

    void read(TaskEvent event, TrackingToken token, ReplayStatus status) {
      seen.add(event.taskId() + detail(event));
      positions.add(token.position().orElseThrow());
      if (status.isReplay()) {
        replayed.incrementAndGet();
      }
    }

    private static String detail(TaskEvent event) {
      return event instanceof ProgressReported progress ? "#" + progress.percent() : "";
    }

    void forget() {
      seen.clear();
      positions.clear();
      replayed.set(0);
    }
  }

  @ProcessingGroup("first-reader")
  static class FirstReader extends Reader {
    private final JdbcClient jdbc;
    volatile String poison = "";
    final AtomicInteger doses = new AtomicInteger();
    volatile String wanted = "";
    final AtomicInteger races = new AtomicInteger();

    FirstReader(JdbcClient jdbc) {
      this.jdbc = jdbc;
    }

    @EventHandler
    void on(TaskEvent event, TrackingToken token, ReplayStatus status) {
      if (event.taskId().equals(poison) && doses.getAndDecrement() > 0) {
        jdbc.sql("select 1 / 0").query(Integer.class).single();
      }
      if (event.taskId().equals(wanted) && races.getAndDecrement() > 0) {
        throw Refusal.of(RefusalCode.CONFLICT, "refusal.conflict");
      }
      read(event, token, status);
    }
  }

  @ProcessingGroup("second-reader")
  static class SecondReader extends Reader {
    volatile CountDownLatch gate = new CountDownLatch(0);

    @EventHandler
    void on(TaskEvent event, TrackingToken token, ReplayStatus status) {
      hold(gate);
      read(event, token, status);
    }
  }

  @Autowired EventStore eventStore;
  @Autowired EventStorageEngine engine;
  @Autowired TokenStore tokenStore;
  @Autowired TransactionManager transactions;
  @Autowired TransactionTemplate transaction;
  @Autowired PlatformTransactionManager transactionManager;
  @Autowired DataSource dataSource;
  @Autowired JdbcClient jdbc;
  @Autowired EventProcessingConfiguration processing;
  @Autowired FirstReader first;
  @Autowired SecondReader second;
  @Autowired Environment environment;
  @Autowired ApplicationContext context;
  @Autowired MeterRegistry meters;
  @Autowired RightOfWay way;

  @Autowired
  @Qualifier("readersHealthIndicator")
  HealthIndicator readersHealth;

  @Autowired
  @Qualifier("eventLogHealthIndicator")
  HealthIndicator logHealth;

  private static final Duration LONG = Duration.ofSeconds(60);
  private static final AtomicInteger SERIAL = new AtomicInteger();
  private String prefix = "";

  @BeforeEach
  void anotherNamespace() {
    prefix = "t" + SERIAL.incrementAndGet() + "-";
    settle();
    first.forget();
    second.forget();
  }

  private GenericDomainEventMessage<TaskEvent> event(String id, long sequence) {
    TaskEvent payload =
        sequence == 0
            ? new TaskAccepted(prefix + id)
            : new ProgressReported(prefix + id, (int) sequence, null, List.of(), List.of());
    return new GenericDomainEventMessage<>(
        "Task", prefix + id, sequence, payload, MetaData.with("actor", "bà H."));
  }

  private void append(String id, long sequence) {
    append(List.of(event(id, sequence)));
  }

  private void append(List<? extends EventMessage<?>> events) {
    eventStore.publish(events);
  }

  private void settle() {
    long events = count("store.event");
    await().atMost(Duration.ofSeconds(20)).until(() -> count("store.event_number") == events);
    await().atMost(Duration.ofSeconds(20)).until(() -> caughtUp("first-reader", events));
    await().atMost(Duration.ofSeconds(20)).until(() -> caughtUp("second-reader", events));
  }

  private boolean caughtUp(String group, long position) {
    return position == 0
        || processor(group).processingStatus().values().stream()
            .anyMatch(status -> status.getCurrentPosition().orElse(-1) >= position);
  }

  private StreamingEventProcessor processor(String group) {
    return processing.eventProcessor(group, StreamingEventProcessor.class).orElseThrow();
  }

  private long count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  private List<String> mine(Reader reader) {
    return reader.seen.stream()
        .filter(each -> each.startsWith(prefix))
        .map(each -> each.substring(prefix.length()))
        .toList();
  }

  @Test
  void theBeansAreOurs() {
    assertThat(eventStore).isExactlyInstanceOf(NumberedEventStore.class);
    assertThat(engine).isExactlyInstanceOf(PostgresEventStorageEngine.class);
    assertThat(tokenStore).isExactlyInstanceOf(ReaderTokens.class);
    assertThat(transactions).isExactlyInstanceOf(SpringTransactionManager.class);
    for (String group : List.of("first-reader", "second-reader")) {
      assertThat(processor(group)).isExactlyInstanceOf(PooledStreamingEventProcessor.class);
      assertThat(processing.deadLetterQueue(group))
          .containsInstanceOf(JdbcSequencedDeadLetterQueue.class);
    }
    assertThat(context.getBeansOfType(MeterRegistry.class)).hasSize(1);
  }

  @Test
  void noCallLeavesTheMachineAndNothingIsAdvertised() {
    assertThat(environment.getProperty("spring.autoconfigure.exclude"))
        .contains("UpdateCheckerAutoConfiguration");
    assertThat(environment.getProperty("axoniq.update-checker.disabled")).isEqualTo("true");
    assertThat(
            LoggerFactory.getLogger("org.axonframework.config.AxonIQConsoleModule").isInfoEnabled())
        .isFalse();
    assertThat(environment.getProperty("axon.axonserver.enabled")).isEqualTo("false");
    assertThat(context.getBeansOfType(UpdateChecker.class)).isEmpty();
  }

  @Test
  void anAuditorReadsPayloadAndMetadataAsTheyWereSerialised() {
    append(List.of(event("a", 0), event("a", 1)));
    settle();
    Map<String, Object> row =
        jdbc.sql(
                "select name, revision, payload::text as payload, metadata::text as metadata,"
                    + " payload->>'taskId' as task from events where aggregate_id = :id"
                    + " and sequence = 1")
            .param("id", prefix + "a")
            .query()
            .singleRow();
    assertThat(row)
        .containsEntry("name", "progress-reported")
        .containsEntry("revision", "3")
        .containsEntry(
            "payload",
            "{\"taskId\":\"%sa\",\"percent\":1,\"note\":null,\"figures\":[],\"attachments\":[]}"
                .formatted(prefix))
        .containsEntry("metadata", "{\"actor\":\"bà H.\"}")
        .containsEntry("task", prefix + "a");
  }

  @Test
  void anEventIsReadWithTheMicrosecondAtWhichItWasRecordedFromItsRecordAndFromTheLog() {
    List<GenericDomainEventMessage<TaskEvent>> events =
        IntStream.range(0, 20).mapToObj(sequence -> event("a", sequence)).toList();
    append(events);
    settle();
    List<Instant> recorded = events.stream().map(EventMessage::getTimestamp).toList();
    assertThat(recorded).anyMatch(each -> each.getNano() % 1_000_000 != 0);
    assertThat(eventStore.readEvents(prefix + "a", 0).asStream().map(EventMessage::getTimestamp))
        .hasSize(20)
        .containsExactlyElementsOf(recorded);
    assertThat(
            engine
                .readEvents(new GlobalSequenceTrackingToken(count("store.event") - 20), false)
                .map(EventMessage::getTimestamp))
        .hasSize(20)
        .map(Instant.class::cast)
        .containsExactlyElementsOf(recorded);
  }

  @Test
  void theDatabaseRefusesToChangeTheLog() {
    append("a", 0);
    settle();
    for (String table : List.of("store.event", "store.event_number")) {
      for (String change :
          List.of("update %s set order_key = 0", "delete from %s", "truncate %s")) {
        assertThatThrownBy(() -> jdbc.sql(change.formatted(table)).update())
            .hasMessageContaining("append-only");
      }
    }
  }

  @Test
  void twoWritersOfTheSameSequenceClash() {
    append("a", 0);
    append("a", 1);
    assertThatThrownBy(() -> append("a", 1)).isInstanceOf(ConcurrencyException.class);
    assertThatThrownBy(() -> append("a", 0)).isInstanceOf(AggregateStreamCreationException.class);
  }

  /** Gives a command in whose unit of work this happens. */
  private void command(Consumer<UnitOfWork<?>> happening) {
    UnitOfWork<?> work = DefaultUnitOfWork.startAndGet(new GenericCommandMessage<>("a command"));
    work.attachTransaction(transactions);
    work.execute(() -> happening.accept(work));
  }

  /** Gives a command for each event, the first one alone, the others while it is held up. */
  private List<Throwable> commandsAtOnce(List<GenericDomainEventMessage<TaskEvent>> events)
      throws InterruptedException {
    List<Throwable> thrown = Collections.synchronizedList(new ArrayList<>());
    List<Thread> callers = new ArrayList<>();
    transaction.executeWithoutResult(status -> {
      jdbc.sql("lock table store.event in share row exclusive mode").update();
      for (GenericDomainEventMessage<TaskEvent> event : events) {
        callers.add(
            Thread.ofPlatform()
                .uncaughtExceptionHandler((caller, failure) -> thrown.add(failure))
                .start(() -> command(work -> eventStore.publish(event))));
        await().atMost(LONG).until(() -> writersThatWait() == 1);
      }
      await()
          .atMost(LONG)
          .until(() ->
              callers.stream().skip(1).allMatch(each -> each.getState() == Thread.State.WAITING));
    });
    for (Thread caller : callers) {
      caller.join();
    }
    return thrown;
  }

  @Test
  void commandsThatComeWhileOneIsWrittenAreWrittenInOneTransactionAfterIt() throws Exception {
    List<GenericDomainEventMessage<TaskEvent>> events =
        IntStream.range(0, 10).mapToObj(i -> event("joint-" + i, 0)).toList();

    assertThat(commandsAtOnce(events)).isEmpty();

    assertThat(
            jdbc.sql(
                    "select count(*) || ' in ' || count(distinct xmin::text)"
                        + " from store.event where aggregate_id like :id")
                .param("id", prefix + "joint-%")
                .query(String.class)
                .single())
        .isEqualTo("10 in 2");
  }

  @Test
  void whoLosesARaceAmongThemLosesAlone() throws Exception {
    append("taken", 0);

    List<Throwable> thrown =
        commandsAtOnce(List.of(event("a", 0), event("b", 0), event("taken", 0), event("c", 0)));
    settle();

    assertThat(thrown).hasSize(1);
    assertThat(thrown.getFirst()).hasStackTraceContaining("AggregateStreamCreationException");
    assertThat(mine(first)).containsExactlyInAnyOrder("taken", "a", "b", "c");
  }

  private int writersThatWait() {
    return jdbc.sql("select count(*) from pg_locks where not granted")
        .query(Integer.class)
        .single();
  }

  @Test
  void whatACommandWritesBesideItsEventsIsOnRecordWithThemOrNotAtAll() {
    Consumer<UnitOfWork<?>> writing =
        work -> {
          jdbc.sql("insert into store.token (processor, segment) values (:id, 0)")
              .param("id", prefix)
              .update();
          eventStore.publish(event("a", 0));
        };

    assertThatThrownBy(() ->
            command(work -> {
              writing.accept(work);
              work.onPrepareCommit(late -> {
                throw new IllegalStateException("after its events were appended");
              });
            }))
        .hasMessageContaining("after its events");
    assertThat(onRecord()).isEqualTo("0 events, 0 tokens");

    command(writing);
    assertThat(onRecord()).isEqualTo("1 events, 1 tokens");
    jdbc.sql("delete from store.token where processor = :id").param("id", prefix).update();
  }

  @Test
  void aCommandWritesNothingMoreOnceItsEventsAreOnRecord() {
    assertThatThrownBy(() ->
            command(work -> {
              eventStore.publish(event("a", 0));
              work.onPrepareCommit(late -> count("store.token"));
            }))
        .hasStackTraceContaining("would not be on record with them");
  }

  private String onRecord() {
    return jdbc.sql(
            """
            select (select count(*) from store.event where aggregate_id = :id || 'a') || ' events, '
                || (select count(*) from store.token where processor = :id) || ' tokens'
            """)
        .param("id", prefix)
        .query(String.class)
        .single();
  }

  @Test
  void aCommandThatAsksTheDatabaseNothingTakesNoConnection() {
    command(work -> assertThat(LazyConnections.isTakenBy(work)).isFalse());
    command(work -> {
      count("store.token");
      assertThat(LazyConnections.isTakenBy(work)).isTrue();
    });
  }

  @Test
  void anEventThatCommitsLateIsReadByAProcessorThatStartsLater() throws Exception {
    processor("second-reader").shutDown();
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    append("before", 0);
    try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
      Future<?> late =
          executor.submit(() ->
              transaction.executeWithoutResult(status -> {
                engine.appendEvents(event("late", 0));
                written.countDown();
                hold(release);
              }));
      written.await();
      append("meanwhile", 0);
      append("meanwhile", 1);
      // The processor starts while the write is open, and so does a rebuild of the other.
      processor("second-reader").start();
      processor("first-reader").shutDown();
      processor("first-reader").resetTokens(source -> source.createHeadToken());
      processor("first-reader").start();
      TimeUnit.MILLISECONDS.sleep(500);
      assertThat(mine(second)).doesNotContain("meanwhile", "late");
      release.countDown();
      late.get();
    }
    append("after", 0);
    settle();
    assertThat(mine(second))
        .containsExactlyInAnyOrder("before", "late", "meanwhile", "meanwhile#1", "after")
        .containsSubsequence("meanwhile", "meanwhile#1", "after");
    assertThat(mine(first)).contains("late", "meanwhile", "meanwhile#1", "after");
    assertThat(second.positions).isSorted().doesNotHaveDuplicates();
  }

  private static void hold(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anAggregateKeepsItsOrderWhenAWriterHadWrittenSomethingElseFirst() throws Exception {
    try (Connection early = dataSource.getConnection()) {
      early.setAutoCommit(false);
      early.createStatement().execute("create temp table first_write (x int)"); // takes an xid
      append("x", 0); // by another transaction with a later xid
      try (var insert =
          early.prepareStatement(
              "insert into store.event (event_id, aggregate_type, aggregate_id, sequence,"
                  + " recorded_at, name, revision, payload, metadata) values (gen_random_uuid(),"
                  + " 'Task', ?, 1, now(), 'progress-reported', '1', cast(? as json), '{}')")) {
        insert.setString(1, prefix + "x");
        insert.setString(2, "{\"taskId\":\"" + prefix + "x\",\"percent\":1,\"note\":null}");
        insert.executeUpdate();
      }
      early.commit();
    }
    settle();
    assertThat(mine(first)).containsExactly("x", "x#1");
  }

  @Test
  void underManyWritersAllReadersAndEveryRebuildReadEverythingOnceInOneOrder() throws Exception {
    int writers = 16;
    int each = 25;
    AtomicInteger committed = new AtomicInteger();
    Sequencer anotherNodes = new Sequencer(dataSource, way, () -> {});
    anotherNodes.start();
    try (ExecutorService executor = Executors.newFixedThreadPool(writers)) {
      List<Future<?>> all = new ArrayList<>();
      for (int writer = 0; writer < writers; writer++) {
        int seed = writer;
        all.add(executor.submit(() -> write(seed, each, committed)));
      }
      TimeUnit.MILLISECONDS.sleep(300);
      StreamingEventProcessor rebuilt = processor("second-reader");
      rebuilt.shutDown();
      rebuilt.resetTokens();
      second.forget();
      rebuilt.start();
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      anotherNodes.stop();
    }
    settle();
    assertThat(mine(first)).hasSize(committed.get()).doesNotHaveDuplicates();
    assertThat(mine(second)).isEqualTo(mine(first));
    Map<String, Integer> last = new LinkedHashMap<>();
    for (String seen : mine(first)) {
      String[] parts = seen.split("#");
      int sequence = parts.length == 1 ? 0 : Integer.parseInt(parts[1]);
      assertThat(sequence).isEqualTo(last.getOrDefault(parts[0], -1) + 1);
      last.put(parts[0], sequence);
    }
    assertThat(jdbc.sql("select position from events order by position").query(Long.class).list())
        .isEqualTo(LongStream.rangeClosed(1, count("store.event")).boxed().toList());
  }

  private void write(int seed, int each, AtomicInteger committed) {
    Random random = new Random(seed);
    int sequence = 0;
    for (int i = 0; i < each; i++) {
      int from = sequence;
      boolean rolledBack = random.nextInt(10) == 0;
      boolean writesFirst = random.nextBoolean();
      int pause = random.nextInt(40);
      transaction.executeWithoutResult(status -> {
        if (writesFirst) {
          jdbc.sql("select pg_current_xact_id()").query(String.class).single();
        }
        engine.appendEvents(event("w" + seed, from), event("w" + seed, from + 1));
        sleep(pause);
        if (rolledBack) {
          status.setRollbackOnly();
        }
      });
      if (!rolledBack) {
        sequence += 2;
        committed.addAndGet(2);
      }
    }
  }

  private static void sleep(int millis) {
    try {
      TimeUnit.MILLISECONDS.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void aNodeNeitherNumbersNorReadsWhileSomebodyGoesFirst() {
    way.goFirst(() -> {
      append(List.of(event("a", 0), event("b", 0), event("b", 1), event("a", 1)));
      await().during(Duration.ofMillis(300)).atMost(LONG).until(() -> unnumbered() == 4);

      Sequencer anotherNodes =
          new Sequencer(dataSource, new RightOfWay(Duration.ofSeconds(1)), () -> {});
      anotherNodes.start();
      try {
        await().atMost(LONG).until(() -> unnumbered() == 0);
      } finally {
        anotherNodes.stop();
      }
      await().during(Duration.ofMillis(300)).atMost(LONG).until(() -> mine(first).isEmpty());
    });
    settle();
    assertThat(mine(first)).containsExactly("a", "b", "b#1", "a#1");
    assertThat(mine(second)).isEqualTo(mine(first));
  }

  private long unnumbered() {
    return count("store.event") - count("store.event_number");
  }

  @Test
  void resetAndReplayWorkWithStoredTokens() {
    append("a", 0);
    append("a", 1);
    settle();
    int before = first.seen.size();
    assertThat(first.replayed).hasValue(0);
    StreamingEventProcessor processor = processor("first-reader");
    processor.shutDown();
    processor.resetTokens();
    first.forget();
    processor.start();
    long events = count("store.event") - count("store.dead_letter");
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(first.seen).hasSize((int) events));
    assertThat(first.replayed).hasValue((int) events);
    assertThat(before).isEqualTo(2);
    // The token of a replay is read back from the table by a fresh start.
    processor.shutDown();
    processor.start();
    append("b", 0);
    await().atMost(Duration.ofSeconds(20)).until(() -> mine(first).contains("b"));
    assertThat(first.replayed).hasValue((int) events);
  }

  @Test
  void aFaultyEventIsSetAsideWithWhatFollowsOfItsAggregateAndTheRestGoesOn() {
    first.poison = prefix + "bad";
    first.doses.set(Integer.MAX_VALUE);
    append(List.of(event("good", 0), event("bad", 0), event("bad", 1), event("good", 1)));
    settle();
    first.poison = "";
    assertThat(mine(first)).contains("good", "good#1").doesNotContain("bad", "bad#1");
    assertThat(mine(second)).containsExactly("good", "bad", "bad#1", "good#1");
    assertThat(gauge("plantrail.reader.set.aside", "first-reader")).isEqualTo(1);
    assertThat(
            jdbc.sql(
                    "select name from store.dead_letter where processing_group = 'first-reader'"
                        + " and aggregate_id = :id order by sequence_index")
                .param("id", prefix + "bad")
                .query(String.class)
                .list())
        .containsExactly("task-accepted", "progress-reported");
  }

  @Test
  void whatOnlyFailsAFewTimesIsNotSetAside() {
    first.poison = prefix + "late";
    first.doses.set(4);
    append(List.of(event("good", 0), event("late", 0), event("late", 1)));
    settle();
    assertThat(first.doses).hasNonPositiveValue();
    assertThat(mine(first)).contains("good", "late", "late#1");
  }

  @Test
  void readersCommitWithoutWaitingForTheDisk() {
    tokenStore.initializeTokenSegments(prefix, 1);
    transaction.executeWithoutResult(status -> {
      tokenStore.fetchToken(prefix, 0);
      jdbc.sql("set local synchronous_commit = on").update();
      tokenStore.storeToken(new GlobalSequenceTrackingToken(1), prefix, 0);
      assertThat(jdbc.sql("show synchronous_commit").query(String.class).single()).isEqualTo("off");
      tokenStore.deleteToken(prefix, 0);
    });
  }

  @Test
  void aStepThatIsTakenBackWithinABatchLeavesWhatTheBatchHasWritten() {
    jdbc.sql("create table if not exists store.note (text text)").update();
    UnitOfWork<?> batch = DefaultUnitOfWork.startAndGet(null);
    batch.attachTransaction(transactions);
    jdbc.sql("insert into store.note values (?)").param(prefix).update();
    UnitOfWork<?> step = DefaultUnitOfWork.startAndGet(null);
    step.attachTransaction(transactions);
    assertThat(eventStore.readEvents(prefix + "nothing").hasNext()).isFalse();
    step.rollback();
    batch.commit();
    assertThat(jdbc.sql("select text from store.note").query(String.class).list()).contains(prefix);
  }

  @Test
  void whatLosesARaceIsNeverSetAside() {
    first.wanted = prefix + "wanted";
    first.races.set(8);
    append(List.of(event("good", 0), event("wanted", 0), event("wanted", 1)));
    settle();
    assertThat(first.races).hasNonPositiveValue();
    assertThat(mine(first)).contains("good", "wanted", "wanted#1");
    assertThat(processing.deadLetterQueue("first-reader").orElseThrow().contains(first.wanted))
        .isFalse();
  }

  @Test
  void readersOfAnotherNodeHearOfNewPositions() {
    AtomicInteger heard = new AtomicInteger();
    PositionListener anotherNodes = new PositionListener(dataSource, heard::incrementAndGet);
    anotherNodes.start();
    try {
      await()
          .atMost(Duration.ofSeconds(5))
          .until(() -> heard.get() == 1); // it looks once by itself
      append("a", 0);
      await().atMost(Duration.ofSeconds(5)).until(() -> heard.get() > 1);
    } finally {
      anotherNodes.stop();
    }
  }

  @Test
  void workGoesOnAfterTheDatabaseDroppedAllConnections() {
    append("a", 0);
    settle();
    jdbc.sql(
            "select pg_terminate_backend(pid) from pg_stat_activity"
                + " where datname = current_database() and pid <> pg_backend_pid()")
        .query(Boolean.class)
        .list();
    sleep(600); // the pool does not test a connection that was in use within half a second
    append("a", 1);
    settle();
    assertThat(mine(first)).containsExactly("a", "a#1");
    assertThat(mine(second)).containsExactly("a", "a#1");
  }

  @Test
  void anOperatorSeesHowFarEachReaderHasCome() {
    settle();
    await().until(() -> health(readersHealth).getStatus().equals(Status.UP));
    second.gate = new CountDownLatch(1);
    append(List.of(event("a", 0), event("a", 1)));
    await().untilAsserted(() -> assertThat(lag("second-reader")).isEqualTo(2));
    await().untilAsserted(() -> assertThat(lag("first-reader")).isZero());
    assertThat(health(readersHealth).getStatus()).isEqualTo(Status.UP);
    second.gate.countDown();
    await().untilAsserted(() -> assertThat(lag("second-reader")).isZero());

    processor("second-reader").shutDown();
    assertThat(health(readersHealth).getStatus()).isEqualTo(Status.DOWN);
    assertThat(gauge("plantrail.reader.running", "second-reader")).isZero();
    processor("second-reader").start();
    assertThat(gauge("plantrail.reader.running", "second-reader")).isEqualTo(1);
  }

  private static Health health(HealthIndicator indicator) {
    return Objects.requireNonNull(indicator.health());
  }

  private double lag(String reader) {
    return gauge("plantrail.reader.lag", reader);
  }

  private double gauge(String name, String reader) {
    return meters.get(name).tag("reader", reader).gauge().value();
  }

  @Test
  void anOperatorSeesWhoHoldsReadersBack() {
    transaction.executeWithoutResult(status -> {
      engine.appendEvents(event("open", 0));
      TransactionTemplate another = new TransactionTemplate(transactionManager);
      another.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
      another.executeWithoutResult(inner -> engine.appendEvents(event("waiting", 0)));
      sleep(50);
      another.executeWithoutResult(inner -> {
        assertThat(health(logHealth).getDetails()).containsEntry("unsettled", 1L);
        assertThat(meters.get("plantrail.log.oldest.writer").timeGauge().value(TimeUnit.SECONDS))
            .isGreaterThan(0.05);
      });
    });
    settle();
    assertThat(health(logHealth).getDetails())
        .containsEntry("unsettled", 0L)
        .containsEntry("position", count("store.event"));
  }

  @Test
  void aLogThatIsAheadOfItsClusterIsRefusedUntilItIsMended() throws Exception {
    PGSimpleDataSource restored = new PGSimpleDataSource();
    restored.setUrl(TestDatabase.fresh());
    StaticListableBeanFactory schemas =
        new StaticListableBeanFactory(
            Map.of("store", new MigratedSchema("store", "classpath:db/store", 0)));
    new SchemaMigrator(schemas.getBeanProvider(MigratedSchema.class))
        .postProcessAfterInitialization(restored, "restored");
    JdbcClient log = JdbcClient.create(restored);
    String insert =
        "insert into store.event (order_key, event_id, aggregate_type, aggregate_id, sequence,"
            + " recorded_at, name, revision, payload, metadata) values (%s, '%s', 'Task', '%s', 0,"
            + " now(), 'task-accepted', '1', '{}', '{}')";
    for (String[] row : new String[][] {{"900000000003", "c"}, {"900000000001", "a"}}) {
      log.sql(insert.formatted(row[0], row[1], row[1])).update();
    }
    log.sql(
            "insert into store.event_number select 1, order_key, place from store.event"
                + " where event_id = 'a'")
        .update();
    Sequencer sequencer = new Sequencer(restored, way, () -> {});
    assertThatThrownBy(sequencer::start)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("transaction counter is behind");

    try (Connection connection = restored.getConnection()) {
      ScriptUtils.executeSqlScript(
          connection, new ClassPathResource("db/repair/after-logical-restore.sql"));
    }
    sequencer.start();
    try {
      log.sql(insert.formatted("default", "d", "d")).update();
      await()
          .untilAsserted(() ->
              assertThat(
                      log.sql("select event_id from events order by position")
                          .query(String.class)
                          .list())
                  .containsExactly("a", "c", "d"));
    } finally {
      sequencer.stop();
    }
    assertThatThrownBy(() -> log.sql("delete from store.event").update())
        .hasMessageContaining("append-only");
  }
}
