package plantrail.standalone.registry;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import plantrail.command.CommandSide;
import plantrail.command.agency.registeragency.RegisterAgency;
import plantrail.command.automation.RollOuts;
import plantrail.command.automation.WhenAgencyMergedThenTransferDuties;
import plantrail.command.plan.issueplan.IssuePlan;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Commands;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.calendar.Bound;
import plantrail.kernel.calendar.DueRule;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.calendar.Window;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Role;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.plan.AgencyClass;
import plantrail.kernel.plan.Assignees;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.Item;
import plantrail.kernel.plan.ReportingRule;
import plantrail.query.QuerySide;
import plantrail.query.agencies.AgencyPage;
import plantrail.query.agencies.FindAgencies;
import plantrail.query.overview.GetOverview;
import plantrail.query.overview.Overview;
import plantrail.query.platform.Paging;
import plantrail.query.platform.Queries;
import plantrail.query.platform.When;
import plantrail.testing.TestDatabase;

/**
 * The reform of 1 July 2025 over all open duties of ten provinces with all their districts and
 * communes; the process is killed while it moves them.
 */
class ReformIT {
  private static final Set<String> TEN =
      Set.of("49", "48", "02", "08", "62", "51", "58", "56", "52", "64");
  private static final Actor ADMIN = new Actor("admin", "Quản trị", null, Role.ADMIN);
  private static final Actor AUDITOR = new Actor("auditor", "Kiểm toán", null, Role.AUDITOR);
  private static final LocalDate ISSUED = LocalDate.of(2025, 3, 15);
  private static final LocalDate EVE = NationalRegistry.REFORM.minusDays(1);
  private static final String TRANSFERRED = "name in ('task-transferred', 'report-transferred')";

  @TempDir private Path folder;

  private static String[] arguments(String url, String application) {
    return new String[] {
      "--spring.config.name=" + application,
      "--spring.datasource.url=" + url,
      "--spring.datasource.username=postgres",
      "--spring.datasource.password=",
      "--server.port=0",
      "--plantrail.sample.enabled=true", // what happens is dated by the play
      "--plantrail.clock.enabled=false",
      "--plantrail.succession.lease=2s",
      "--plantrail.query.patience=120s"
    };
  }

  private static ConfigurableApplicationContext start(Class<?> side, String url, String name) {
    return new SpringApplicationBuilder(side).run(arguments(url, name));
  }

  private static Instant on(LocalDate day) {
    return day.atTime(8, 0).atZone(LocalTime.ZONE).toInstant();
  }

  private static IssuePlan plan(String province) {
    Assignees all =
        new Assignees(
            List.of(province),
            List.of(
                new AgencyClass(AgencyKind.PEOPLES_COMMITTEE, AgencyLevel.DISTRICT),
                new AgencyClass(AgencyKind.PEOPLES_COMMITTEE, AgencyLevel.COMMUNE)),
            List.of());
    return new IssuePlan(
        "KH",
        "15",
        "KH-UBND",
        ISSUED,
        province,
        "Công tác dân vận chính quyền năm 2025",
        null,
        null,
        LocalDate.of(2025, 1, 1),
        LocalDate.of(2025, 12, 31),
        null,
        null,
        List.of(new Item("I", "Nội dung")),
        List.of(
            new AssignmentRule(
                "A1",
                "I",
                "Tuyên truyền",
                all,
                List.of(DutyRole.EXECUTE),
                null,
                DueRule.by(LocalDate.of(2025, 11, 30)),
                null)),
        List.of(
            new ReportingRule(
                "R1",
                "Kết quả năm",
                Frequency.YEAR,
                Window.DECREE_09_2019,
                all,
                DueRule.ofLastMonth(Bound.BEFORE, 15),
                List.of(new Addressee(province, null)))),
        List.of(),
        List.of(),
        List.of());
  }

  @Test
  void everyOpenDutyEndsWithExactlyOneLivingAgencyAndYesterdayStaysWhatItWas() throws Exception {
    NationalRegistry nation = new NationalRegistry(TEN::contains);
    int units = nation.before().size();
    assertThat(units).isGreaterThan(1_500);
    String url = TestDatabase.fresh();
    JdbcClient jdbc = JdbcClient.create(new DriverManagerDataSource(url, "postgres", ""));
    try (ConfigurableApplicationContext context = start(CommandSide.class, url, "command-side")) {
      context.getBean(WhenAgencyMergedThenTransferDuties.class).stop();
      dutiesAndReform(nation, context);
    }
    assertThat(responsible(jdbc)).hasSize(2 * units);
    assertThat(transferred(jdbc)).isZero();

    killInTheMiddle(url, jdbc);
    long before = transferred(jdbc);
    assertThat(before).isBetween(1L, 4L * units);

    try (ConfigurableApplicationContext commandSide =
            start(CommandSide.class, url, "command-side");
        ConfigurableApplicationContext querySide = start(QuerySide.class, url, "query-side")) {
      Agencies agencies = commandSide.getBean(Agencies.class);
      Set<String> living = living(nation, agencies);
      await()
          .atMost(Duration.ofMinutes(5))
          .pollInterval(Duration.ofSeconds(2))
          .until(() -> living.containsAll(responsible(jdbc).values()) && left(jdbc) == 0);
      Map<String, String> responsible = responsible(jdbc);
      assertThat(responsible).hasSize(2 * units);
      assertThat(responsible.values()).isSubsetOf(living);
      assertThat(doubled(jdbc)).isZero();
      dashboards(querySide.getBean(Queries.class), nation, units, living);
    }
  }

  private static void dutiesAndReform(
      NationalRegistry nation, ConfigurableApplicationContext context) throws InterruptedException {
    Commands commands = context.getBean(Commands.class);
    RollOuts rollOuts = context.getBean(RollOuts.class);
    nation
        .before()
        .forEach(each -> commands.giveAsSample(each, ADMIN, on(NationalRegistry.FIRST_DAY)));
    for (RegisterAgency each : nation.before()) {
      if (each.level() == AgencyLevel.PROVINCE) {
        Actor issuer = new Actor("p", "Bà H.", each.code(), Role.OFFICIAL);
        String planId = commands.giveAsSample(plan(each.code()), issuer, on(ISSUED)).id();
        await()
            .atMost(Duration.ofMinutes(2))
            .until(() -> rollOuts.find(planId).map(RollOuts.State::finished).orElse(false));
      }
    }
    Instant reform = NationalRegistry.REFORM.atStartOfDay(LocalTime.ZONE).toInstant();
    nation.reformOfProvinces().forEach(each -> commands.giveAsSample(each, ADMIN, reform));
    nation.reform().forEach(each -> commands.giveAsSample(each, ADMIN, reform));
  }

  private void killInTheMiddle(String url, JdbcClient jdbc) throws Exception {
    List<String> line = new ArrayList<>();
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.add("-cp");
    line.add(System.getProperty("java.class.path"));
    line.add(CommandSide.class.getName());
    line.addAll(List.of(arguments(url, "command-side")));
    Process child =
        new ProcessBuilder(line)
            .redirectErrorStream(true)
            .redirectOutput(new File(folder.toFile(), "child.log"))
            .start();
    try {
      await()
          .atMost(Duration.ofMinutes(2))
          .pollInterval(Duration.ofMillis(20))
          .until(() -> transferred(jdbc) > 100);
    } finally {
      child.destroyForcibly().waitFor();
    }
  }

  /** Codes of the ten provinces' agencies that exist since the reform. */
  private static Set<String> living(NationalRegistry nation, Agencies agencies) {
    Set<String> all = new HashSet<>();
    nation.before().forEach(each -> all.add(each.code()));
    nation.before().forEach(each -> all.addAll(agencies.successors(each.code())));
    all.removeIf(code -> !agencies.exists(code, NationalRegistry.REFORM));
    return all;
  }

  /** Who is responsible for each duty, as the log tells. */
  private static Map<String, String> responsible(JdbcClient jdbc) {
    Map<String, String> responsible = new TreeMap<>();
    jdbc.sql(
            """
            select aggregate_id, payload->>'agency' as agency,
                   payload->>'predecessor' as predecessor, payload->>'successor' as successor
              from store.event
             where name in ('task-assigned', 'report-opened') or %s
             order by aggregate_id, sequence
            """
                .formatted(TRANSFERRED))
        .query(row -> {
          String id = row.getString("aggregate_id");
          if (row.getString("agency") != null) {
            responsible.put(id, row.getString("agency"));
          } else {
            responsible.replace(id, row.getString("predecessor"), row.getString("successor"));
          }
        });
    return responsible;
  }

  private static long transferred(JdbcClient jdbc) {
    return count(jdbc, "select count(*) from store.event where " + TRANSFERRED);
  }

  /** Transfers of one duty from one agency beyond the first. */
  private static long doubled(JdbcClient jdbc) {
    return count(
        jdbc,
        "select count(*) - count(distinct (aggregate_id, payload->>'predecessor'))"
            + " from store.event where "
            + TRANSFERRED);
  }

  /** Parts of ended agencies in open duties that are still to be handed over. */
  private static long left(JdbcClient jdbc) {
    return count(
        jdbc,
        "select count(*) from command.open_duty d join command.agency_end e on e.code = d.agency"
            + " where d.open");
  }

  private static long count(JdbcClient jdbc, String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  private static void dashboards(
      Queries queries, NationalRegistry nation, int units, Set<String> living) {
    Map<String, String> names =
        nation.before().stream().collect(toMap(RegisterAgency::code, RegisterAgency::name));
    assertThat(agencies(queries, EVE)).isEqualTo(units);
    assertThat(agencies(queries, NationalRegistry.REFORM))
        .isEqualTo(living.size() + nation.report().without().size());
    assertThat(overview(queries, EVE))
        .hasSize(units)
        .allSatisfy(each -> assertThat(each.agencyName()).isEqualTo(names.get(each.agency())));
    List<Overview.AgencyFigures> after = overview(queries, NationalRegistry.REFORM);
    assertThat(after).extracting(Overview.AgencyFigures::agency).isSubsetOf(living);
    assertThat(after.stream().mapToLong(each -> each.tasks().total()).sum()).isEqualTo(units);
    assertThat(after.stream().mapToLong(each -> each.reports().total()).sum()).isEqualTo(units);
  }

  private static long agencies(Queries queries, LocalDate day) {
    return queries
        .ask(
            new FindAgencies(
                AUDITOR,
                new When(day.toString(), null),
                FindAgencies.Filter.NONE,
                new Paging(null, 1, null, null)),
            AgencyPage.class)
        .total();
  }

  private static List<Overview.AgencyFigures> overview(Queries queries, LocalDate day) {
    return queries
        .ask(
            new GetOverview(AUDITOR, new When(day.toString(), null), GetOverview.Filter.NONE),
            Overview.class)
        .agencies();
  }
}
