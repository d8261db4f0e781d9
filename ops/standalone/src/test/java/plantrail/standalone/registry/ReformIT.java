package plantrail.standalone.registry;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.File;
import java.math.BigDecimal;
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
import plantrail.command.automation.Succession;
import plantrail.command.budget.allocatebudget.AllocateBudget;
import plantrail.command.consolidation.consolidatereports.ConsolidateReports;
import plantrail.command.draft.draftplan.DraftPlan;
import plantrail.command.inspection.planinspection.PlanInspection;
import plantrail.command.model.registermodel.RegisterModel;
import plantrail.command.obstacle.raiseobstacle.RaiseObstacle;
import plantrail.command.plan.issueplan.IssuePlan;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Commands;
import plantrail.command.report.openreport.OpenReport;
import plantrail.command.report.submitreport.SubmitReport;
import plantrail.command.target.settarget.SetTarget;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.calendar.Bound;
import plantrail.kernel.calendar.DueRule;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.calendar.Window;
import plantrail.kernel.inspection.Inspector;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Role;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.plan.AgencyClass;
import plantrail.kernel.plan.Assignees;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.Comparison;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.Item;
import plantrail.kernel.plan.PlanContent;
import plantrail.kernel.plan.ReportingRule;
import plantrail.query.QuerySide;
import plantrail.query.agencies.AgencyPage;
import plantrail.query.agencies.FindAgencies;
import plantrail.query.budgets.BudgetPage;
import plantrail.query.budgets.BudgetView;
import plantrail.query.budgets.FindBudgets;
import plantrail.query.consolidations.ConsolidationPage;
import plantrail.query.consolidations.ConsolidationView;
import plantrail.query.consolidations.FindConsolidations;
import plantrail.query.models.FindModels;
import plantrail.query.models.ModelPage;
import plantrail.query.models.ModelView;
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
  private static final String ON_DEMAND = "R2";
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

  /** One of a province's districts, which end with the reform. */
  private static String districtOf(NationalRegistry nation, String province) {
    return nation.before().stream()
        .filter(each -> each.level() == AgencyLevel.DISTRICT && province.equals(each.superior()))
        .map(RegisterAgency::code)
        .findFirst()
        .orElseThrow();
  }

  /** A plan for all of a province; what is asked on demand passes through one district. */
  private static IssuePlan plan(String province, String district) {
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
                List.of(new Addressee(province, null))),
            new ReportingRule(
                ON_DEMAND,
                "Kết quả đột xuất",
                Frequency.ON_DEMAND,
                Window.CALENDAR,
                new Assignees(List.of(district), List.of(), List.of()),
                null,
                List.of(new Addressee(province, district)))),
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
      context.getBean(Succession.class).stop();
      dutiesAndReform(nation, context);
    }
    assertThat(responsible(jdbc)).hasSize(2 * units + TEN.size());
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
      assertThat(responsible).hasSize(2 * units + TEN.size());
      assertThat(responsible.values()).isSubsetOf(living);
      assertThat(doubled(jdbc)).isZero();
      for (String[] stands :
          new String[][] {
            {"plan-issued", "issuer"},
            {"inspection-planned", "inspector"},
            {"inspection-planned", "unit"},
            {"obstacle-raised", "agency"},
            {"obstacle-raised", "holder"},
            {"plan-drafted", "content.issuer"},
            {"model-registered", "agency"},
            {"model-registered", "issuer"},
            {"target-set", "issuer"},
            {"budget-allocated", "agency"},
            {"budget-allocated", "issuer"},
            {"reports-consolidated", "channel"},
            {"reports-consolidated", "addressees.0"}
          }) {
        assertThat(standing(jdbc, stands[0], stands[1]).values())
            .as("%s of %s", stands[1], stands[0])
            .hasSize(TEN.size())
            .isSubsetOf(living);
      }
      Queries queries = querySide.getBean(Queries.class);
      dashboards(queries, nation, units, living);
      besideTheDuties(queries, nation, living);
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
        String planId =
            commands
                .giveAsSample(
                    plan(each.code(), districtOf(nation, each.code())), issuer, on(ISSUED))
                .id();
        await()
            .atMost(Duration.ofMinutes(2))
            .until(() -> rollOuts.find(planId).map(RollOuts.State::finished).orElse(false));
        besideTheDuties(nation, each, planId, commands, context.getBean(JdbcClient.class));
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

  /** One district of each province is to be inspected and says what hinders it. */
  private static void besideTheDuties(
      NationalRegistry nation,
      RegisterAgency province,
      String planId,
      Commands commands,
      JdbcClient jdbc) {
    String district = districtOf(nation, province.code());
    Actor issuer = new Actor("p", "Bà H.", province.code(), Role.OFFICIAL);
    Actor unit = new Actor("q", "Ông T.", district, Role.OFFICIAL);
    commands.giveAsSample(
        new PlanInspection(
            planId,
            province.code(),
            district,
            EVE,
            "Quyết định 120/QĐ-UBND",
            List.of(new Inspector("Trần Văn An", "Trưởng đoàn"))),
        issuer,
        on(ISSUED));
    commands.giveAsSample(
        new RaiseObstacle(planId, null, district, "Thiếu kinh phí", null), unit, on(ISSUED));
    commands.giveAsSample(new DraftPlan("năm sau", draft(province.code())), issuer, on(ISSUED));
    commands.giveAsSample(
        new RegisterModel(planId, district, 2025, "Tuyến đường tự quản", null, null, null),
        unit,
        on(ISSUED));
    commands.giveAsSample(
        new SetTarget(
            planId,
            "T1",
            "Hồ sơ đúng hạn",
            Comparison.AT_LEAST,
            BigDecimal.TEN,
            "%",
            null,
            null,
            null,
            null,
            "Bổ sung",
            "CV 3"),
        issuer,
        on(ISSUED));
    commands.giveAsSample(
        new AllocateBudget(planId, null, district, "Ngân sách tỉnh", 100, "QĐ 512"),
        issuer,
        on(ISSUED));
    OpenReport report = new OpenReport(planId, ON_DEMAND, district, "2025-Q1", null, EVE);
    commands.giveAsSample(report, issuer, on(ISSUED));
    commands.giveAsSample(
        new SubmitReport(report.reportId(), "nội dung", List.of()), unit, on(ISSUED));
    // Which reports there are is noted after they were opened.
    await()
        .atMost(Duration.ofMinutes(2))
        .until(() ->
            jdbc.sql("select count(*) from command.duty where id = ?")
                    .param(report.reportId().value())
                    .query(Long.class)
                    .single()
                == 1);
    commands.giveAsSample(
        new ConsolidateReports(planId, ON_DEMAND, "2025-Q1", district, null), unit, on(ISSUED));
  }

  private static PlanContent draft(String province) {
    return new PlanContent(
        "KH",
        null,
        null,
        null,
        province,
        "Kế hoạch năm 2026",
        null,
        null,
        null,
        null,
        null,
        null,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** Who stands there in what began so, by the path in its first event, as the log tells. */
  private static Map<String, String> standing(JdbcClient jdbc, String began, String field) {
    Map<String, String> standing = new TreeMap<>();
    jdbc.sql(
            """
            select aggregate_id, name, payload #>> string_to_array(:field, '.') as agency,
                   payload->>'predecessor' as predecessor, payload->>'successor' as successor
              from store.event
             where aggregate_id in (select aggregate_id from store.event where name = :began)
             order by aggregate_id, sequence
            """)
        .param("field", field)
        .param("began", began)
        .query(row -> {
          String id = row.getString("aggregate_id");
          if (row.getString("name").equals(began)) {
            standing.put(id, row.getString("agency"));
          } else if (row.getString("predecessor") != null) {
            standing.replace(id, row.getString("predecessor"), row.getString("successor"));
          }
        });
    return standing;
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

  /** Transfers of one thing from one agency beyond the first. */
  private static long doubled(JdbcClient jdbc) {
    return count(
        jdbc,
        "select count(*) - count(distinct (aggregate_id, payload->>'predecessor'))"
            + " from store.event where name like '%-transferred'");
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
    assertThat(after.stream().mapToLong(each -> each.reports().total()).sum())
        .isEqualTo(units + TEN.size());
  }

  /** Yesterday's lists name yesterday's agencies, today's name those who took over. */
  private static void besideTheDuties(
      Queries queries, NationalRegistry nation, Set<String> living) {
    List<String> districts =
        nation.before().stream()
            .filter(each -> each.level() == AgencyLevel.PROVINCE)
            .map(each -> districtOf(nation, each.code()))
            .toList();
    assertThat(models(queries, EVE)).containsExactlyInAnyOrderElementsOf(districts);
    assertThat(models(queries, NationalRegistry.REFORM)).hasSize(TEN.size()).isSubsetOf(living);
    assertThat(budgets(queries, EVE)).containsExactlyInAnyOrderElementsOf(districts);
    assertThat(budgets(queries, NationalRegistry.REFORM)).hasSize(TEN.size()).isSubsetOf(living);
    assertThat(consolidations(queries, EVE)).containsExactlyInAnyOrderElementsOf(districts);
    assertThat(consolidations(queries, NationalRegistry.REFORM))
        .hasSize(TEN.size())
        .isSubsetOf(living);
  }

  private static List<String> models(Queries queries, LocalDate day) {
    return queries
        .ask(
            new FindModels(
                AUDITOR,
                new When(day.toString(), null),
                new FindModels.Filter(null, null, null, null),
                new Paging(null, 100, null, null)),
            ModelPage.class)
        .items()
        .stream()
        .map(ModelView::agency)
        .toList();
  }

  private static List<String> budgets(Queries queries, LocalDate day) {
    return queries
        .ask(
            new FindBudgets(
                AUDITOR,
                new When(day.toString(), null),
                new FindBudgets.Filter(null, null),
                new Paging(null, 100, null, null)),
            BudgetPage.class)
        .items()
        .stream()
        .map(BudgetView::agency)
        .toList();
  }

  private static List<String> consolidations(Queries queries, LocalDate day) {
    return queries
        .ask(
            new FindConsolidations(
                AUDITOR,
                new When(day.toString(), null),
                new FindConsolidations.Filter(null, null, null, null),
                new Paging(null, 100, null, null)),
            ConsolidationPage.class)
        .items()
        .stream()
        .map(ConsolidationView::channel)
        .toList();
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
