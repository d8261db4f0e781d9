package plantrail.command.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import plantrail.command.CommandSide;
import plantrail.command.Given;
import plantrail.command.agency.registeragency.RegisterAgency;
import plantrail.command.platform.Commands;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Role;
import plantrail.testing.MovableClock;
import plantrail.testing.TestDatabase;

/** A whole process is killed while it speaks of what has come due; the next one needs no help. */
class ClockKillIT {
  private static final int DISTRICTS = 400;

  /** The last timely day of each district's task was the day before. */
  private static final Instant DAY_AFTER = Instant.parse("2024-02-29T01:00:00Z");

  @TempDir private Path folder;

  /** A command side on the day after the last timely one. */
  @Configuration(proxyBeanMethods = false)
  static class Node {
    @Bean
    Clock clock() {
      return new MovableClock(DAY_AFTER);
    }

    /** Runs one until it is killed. */
    public static void main(String[] arguments) {
      new SpringApplicationBuilder(CommandSide.class, Node.class).run(arguments);
    }
  }

  @Test
  void nothingIsSaidTwiceAndNothingIsLeftOut() throws Exception {
    String url = TestDatabase.fresh();
    JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(url, "postgres", ""));
    try (ConfigurableApplicationContext node = node(url, false)) {
      issue(node.getBean(Commands.class));
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> count(jdbc, "select count(*) from command.due_moment") == 5 * DISTRICTS);
    }
    Process child = child(url);
    try {
      await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(5))
          .until(() -> said(jdbc) > 0);
    } finally {
      child.destroyForcibly().waitFor();
    }
    assertThat(said(jdbc)).isBetween(1L, DISTRICTS - 1L);
    try (ConfigurableApplicationContext node = node(url, true)) {
      await().atMost(Duration.ofSeconds(60)).until(() -> said(jdbc) == DISTRICTS);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() ->
              count(
                      jdbc,
                      "select count(*) from command.due_moment"
                          + " where not planned or leased_until > now() or moment < '2024-02-29'")
                  == 0);
    }
    assertThat(said(jdbc)).isEqualTo(DISTRICTS);
    assertThat(
            count(
                jdbc,
                "select count(distinct aggregate_id) from store.event"
                    + " where name = 'task-lapse-noticed'"))
        .isEqualTo(DISTRICTS);
  }

  private static long said(JdbcClient jdbc) {
    return count(jdbc, "select count(*) from store.event where name = 'task-lapse-noticed'");
  }

  private static long count(JdbcClient jdbc, String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  private static ConfigurableApplicationContext node(String url, boolean enabled) {
    return new SpringApplicationBuilder(CommandSide.class, Node.class).run(arguments(url, enabled));
  }

  private Process child(String url) throws Exception {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("-cp");
    line.add(System.getProperty("java.class.path"));
    line.add(Node.class.getName());
    line.addAll(List.of(arguments(url, true)));
    return new ProcessBuilder(line)
        .redirectErrorStream(true)
        .redirectOutput(new File(folder.toFile(), "child.log"))
        .start();
  }

  private static String[] arguments(String url, boolean enabled) {
    return new String[] {
      "--spring.config.name=command-side",
      "--spring.datasource.url=" + url,
      "--spring.datasource.username=postgres",
      "--spring.datasource.password=",
      "--server.port=0",
      "--plantrail.clock.enabled=" + enabled,
      "--plantrail.clock.part=50",
      "--plantrail.clock.lease=2s"
    };
  }

  private static void issue(Commands commands) {
    Actor admin = new Actor("admin", "Quản trị", null, Role.ADMIN);
    commands.give(agency("HGI", AgencyKind.PEOPLES_COMMITTEE, AgencyLevel.PROVINCE), admin);
    commands.give(agency("HGI.SNV", AgencyKind.UNIT, AgencyLevel.PROVINCE), admin);
    commands.give(agency("HGI.STC", AgencyKind.UNIT, AgencyLevel.PROVINCE), admin);
    for (int i = 0; i < DISTRICTS; i++) {
      commands.give(agency("HGI." + i, AgencyKind.PEOPLES_COMMITTEE, AgencyLevel.DISTRICT), admin);
    }
    Given.issue(commands, Given.issuePlan());
  }

  private static RegisterAgency agency(String code, AgencyKind kind, AgencyLevel level) {
    return new RegisterAgency(
        code,
        "Đơn vị " + code,
        kind,
        level,
        code.equals("HGI") ? null : "HGI",
        LocalDate.of(2020, 1, 1),
        null,
        null);
  }
}
