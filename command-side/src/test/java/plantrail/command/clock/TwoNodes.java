package plantrail.command.clock;

import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import plantrail.command.CommandSide;
import plantrail.command.agency.registeragency.RegisterAgency;
import plantrail.command.automation.WhenPlanIssuedThenAssignTasks;
import plantrail.command.platform.Commands;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Role;
import plantrail.testing.MovableClock;
import plantrail.testing.TestDatabase;

/** Years go by in seconds, on two nodes at once that share one database and one time. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TwoNodes {
  static final MovableClock CLOCK = new MovableClock(Instant.EPOCH);
  static final Actor ADMIN = new Actor("admin", "Quản trị", null, Role.ADMIN);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final LocalDate BEGUN = LocalDate.of(2024, 2, 28);

  /**
   * Puts the clock in the place of the system's; named by its nodes alone, never found by a scan.
   */
  static class Time {
    @Bean
    Clock clock() {
      return CLOCK;
    }
  }

  private final String url = TestDatabase.fresh();
  final ExecutorService threads = Executors.newFixedThreadPool(2);
  List<ConfigurableApplicationContext> nodes = List.of();
  JdbcClient jdbc = JdbcClient.create(new org.postgresql.ds.PGSimpleDataSource());

  private ConfigurableApplicationContext node() {
    return new SpringApplicationBuilder(CommandSide.class, Time.class)
        .run(
            "--spring.config.name=command-side",
            "--spring.datasource.url=" + url,
            "--spring.datasource.username=postgres",
            "--spring.datasource.password=",
            "--server.port=0",
            "--plantrail.clock.enabled=false",
            "--plantrail.clock.part=7");
  }

  @BeforeAll
  void aProvinceAndItsAgencies() {
    it(BEGUN);
    nodes = List.of(node(), node());
    jdbc = bean(JdbcClient.class);
    register("HGI", AgencyKind.PEOPLES_COMMITTEE, null);
    register("HGI.SNV", AgencyKind.DEPARTMENT, "HGI");
    register("HGI.STC", AgencyKind.DEPARTMENT, "HGI");
    register("HGI.024", AgencyKind.UNIT, "HGI");
  }

  @AfterAll
  void stop() {
    threads.close();
    nodes.forEach(ConfigurableApplicationContext::close);
  }

  <T> T bean(Class<T> type) {
    return nodes.getFirst().getBean(type);
  }

  Commands commands() {
    return bean(Commands.class);
  }

  void register(String code, AgencyKind kind, @Nullable String superior) {
    commands()
        .give(
            new RegisterAgency(
                code,
                "Đơn vị " + code,
                kind,
                AgencyLevel.PROVINCE,
                superior,
                LocalDate.of(2020, 1, 1),
                null,
                null),
            ADMIN);
  }

  /** It is eight o'clock of that day in Vietnam. */
  static void it(String day) {
    it(LocalDate.parse(day));
  }

  private static void it(LocalDate day) {
    CLOCK.set(LocalTime.startOf(day).plus(Duration.ofHours(8)));
  }

  /** Waits until all that was recorded is known, and what follows from it is recorded too. */
  void settle() {
    if (!isSettled()) {
      await().atMost(PATIENCE).pollInterval(Duration.ofMillis(10)).until(this::isSettled);
    }
  }

  /**
   * What is stored counts: as days jump by, one node takes the reading of events from the other.
   */
  private boolean isSettled() {
    return jdbc.sql(
            """
            select count(*) = 2 and not exists (select from command.roll_out where not finished)
              from (select processor from store.token where processor = any(:groups)
                     group by processor
                    having max(token::json->>'globalIndex')::bigint
                           >= (select count(*) from store.event)) up
            """)
        .param(
            "groups",
            new String[] {WhenDutyChangesThenSetClock.GROUP, WhenPlanIssuedThenAssignTasks.GROUP})
        .query(Boolean.class)
        .single();
  }

  /** Both nodes do all that has come due, and what follows from that. */
  void work() {
    settle();
    await()
        .atMost(PATIENCE)
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(5))
        .until(() -> {
          workAtOnce();
          return isSettled() && isQuiet();
        });
  }

  private void workAtOnce() throws Exception {
    List<Future<?>> both = new ArrayList<>();
    for (ConfigurableApplicationContext node : nodes) {
      Timekeeper timekeeper = node.getBean(Timekeeper.class);
      both.add(
          threads.submit(() -> {
            while (timekeeper.work()) {
              Thread.yield();
            }
          }));
    }
    for (Future<?> each : both) {
      each.get();
    }
  }

  /** Rows that an event is being read for are passed over, so once is not always enough. */
  private boolean isQuiet() {
    return jdbc.sql(
            "select not exists (select from command.due_moment where not planned or moment <= ?)")
        .param(OffsetDateTime.ofInstant(CLOCK.instant(), ZoneOffset.UTC))
        .query(Boolean.class)
        .single();
  }

  /** Day after day goes by, each with its work. */
  void live(String from, String upto) {
    LocalDate.parse(from)
        .datesUntil(LocalDate.parse(upto).plusDays(1))
        .forEach(day -> {
          it(day);
          work();
        });
  }
}
