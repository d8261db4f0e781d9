package plantrail.command.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import plantrail.command.CommandSide;
import plantrail.command.Given;
import plantrail.command.agency.registeragency.RegisterAgency;
import plantrail.command.plan.amendplan.AmendPlan;
import plantrail.command.plan.issueplan.IssuePlan;
import plantrail.command.platform.Commands;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Role;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.PlanId;
import plantrail.testing.TestDatabase;

/** A whole process is killed while it opens duties; the next one needs no help. */
class RollOutKillIT {
  private static final int DISTRICTS = 400;
  private static final int DUTIES = 1 + DISTRICTS + 4 * DISTRICTS;
  private static final String[] SETTINGS = {
    "--spring.config.name=command-side",
    "--spring.datasource.username=postgres",
    "--spring.datasource.password=",
    "--server.port=0",
    "--plantrail.clock.enabled=false",
    "--plantrail.roll-out.part=50",
    "--plantrail.roll-out.lease=2s"
  };

  @TempDir private Path folder;

  @Test
  void nothingIsDoubledAndNothingIsMissing() throws Exception {
    String url = TestDatabase.fresh();
    JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(url, "postgres", ""));
    String planId;
    try (ConfigurableApplicationContext context = start(url)) {
      context.getBean(WhenPlanIssuedThenAssignTasks.class).stop();
      planId = issue(context.getBean(Commands.class));
    }
    Process child = child(url);
    try {
      await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(5))
          .until(() -> opened(jdbc, planId) > 0);
    } finally {
      child.destroyForcibly().waitFor();
    }
    assertThat(opened(jdbc, planId)).isBetween(1L, DUTIES - 1L);
    try (ConfigurableApplicationContext context = start(url)) {
      RollOuts rollOuts = context.getBean(RollOuts.class);
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> rollOuts.find(planId).map(RollOuts.State::finished).orElse(false));
    }
    assertThat(opened(jdbc, planId)).isEqualTo(DUTIES);
    assertThat(
            jdbc.sql(
                    "select count(distinct aggregate_id) from store.event"
                        + " where payload->>'planId' = ? and name <> 'plan-issued'")
                .param(planId)
                .query(Long.class)
                .single())
        .isEqualTo(DUTIES);
  }

  /** An amendment calls off all reports and charges every district with one task more. */
  @Test
  void anAmendmentThatIsKilledInTheMiddleIsDoneToTheEndOnce() throws Exception {
    String url = TestDatabase.fresh();
    JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(url, "postgres", ""));
    String planId;
    try (ConfigurableApplicationContext context = start(url)) {
      Commands commands = context.getBean(Commands.class);
      planId = issue(commands);
      finish(context.getBean(RollOuts.class), planId);
      context.getBean(WhenPlanIssuedThenAssignTasks.class).stop();
      commands.give(
          amendment(planId), Given.official("HGI"), LocalDate.of(2024, 3, 1), "vào sổ muộn");
    }
    Process child = child(url);
    try {
      await()
          .atMost(Duration.ofSeconds(60))
          .pollInterval(Duration.ofMillis(5))
          .until(() -> told(jdbc, "report-withdrawn") > 0);
    } finally {
      child.destroyForcibly().waitFor();
    }
    assertThat(told(jdbc, "report-withdrawn")).isBetween(1L, 4L * DISTRICTS - 1);
    try (ConfigurableApplicationContext context = start(url)) {
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> opened(jdbc, planId) >= DUTIES + DISTRICTS);
      finish(context.getBean(RollOuts.class), planId);
    }
    assertThat(told(jdbc, "report-withdrawn")).isEqualTo(4L * DISTRICTS);
    assertThat(told(jdbc, "task-cancelled")).isZero();
    assertThat(opened(jdbc, planId)).isEqualTo(DUTIES + DISTRICTS);
  }

  private static void finish(RollOuts rollOuts, String planId) {
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> rollOuts.find(planId).map(RollOuts.State::finished).orElse(false));
  }

  private static AmendPlan amendment(String planId) {
    AssignmentRule before = Given.ownPlans();
    AssignmentRule added =
        new AssignmentRule(
            "A2",
            before.item(),
            "Báo cáo kết quả niêm yết",
            Given.quarterly().reporters(),
            before.roles(),
            null,
            null,
            null);
    return new AmendPlan(
        new PlanId(planId),
        1,
        "Điều chỉnh",
        "Quyết định 900/QĐ-UBND",
        "Điều 1",
        List.of(),
        Given.issuePlan().items(),
        List.of(before, added),
        List.of(),
        List.of());
  }

  private static long told(JdbcClient jdbc, String name) {
    return jdbc.sql("select count(*) from store.event where name = ?")
        .param(name)
        .query(Long.class)
        .single();
  }

  private static long opened(JdbcClient jdbc, String planId) {
    return jdbc.sql(
            "select count(*) from store.event where payload->>'planId' = ?"
                + " and name in ('task-assigned', 'report-opened')")
        .param(planId)
        .query(Long.class)
        .single();
  }

  private static ConfigurableApplicationContext start(String url) {
    return new SpringApplicationBuilder(CommandSide.class).run(arguments(url));
  }

  private Process child(String url) throws Exception {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("-cp");
    line.add(System.getProperty("java.class.path"));
    line.add(CommandSide.class.getName());
    line.addAll(List.of(arguments(url)));
    return new ProcessBuilder(line)
        .redirectErrorStream(true)
        .redirectOutput(new File(folder.toFile(), "child.log"))
        .start();
  }

  private static String[] arguments(String url) {
    List<String> all = new ArrayList<>(List.of(SETTINGS));
    all.add("--spring.datasource.url=" + url);
    return all.toArray(String[]::new);
  }

  private static String issue(Commands commands) {
    Actor admin = new Actor("admin", "Quản trị", null, Role.ADMIN);
    commands.give(agency("HGI", AgencyLevel.PROVINCE, null), admin);
    commands.give(
        new RegisterAgency(
            "HGI.SNV",
            "Sở Nội vụ",
            AgencyKind.DEPARTMENT,
            AgencyLevel.PROVINCE,
            "HGI",
            LocalDate.of(2020, 1, 1),
            null,
            null),
        admin);
    commands.give(
        new RegisterAgency(
            "HGI.STC",
            "Sở Tài chính",
            AgencyKind.DEPARTMENT,
            AgencyLevel.PROVINCE,
            "HGI",
            LocalDate.of(2020, 1, 1),
            null,
            null),
        admin);
    for (int i = 0; i < DISTRICTS; i++) {
      commands.give(agency("HGI." + i, AgencyLevel.DISTRICT, "HGI"), admin);
    }
    IssuePlan plan = Given.issuePlan();
    return Given.issue(commands, plan).id();
  }

  private static RegisterAgency agency(
      String code, AgencyLevel level, @org.jspecify.annotations.Nullable String superior) {
    return new RegisterAgency(
        code,
        "UBND " + code,
        AgencyKind.PEOPLES_COMMITTEE,
        level,
        superior,
        LocalDate.of(2020, 1, 1),
        null,
        null);
  }
}
