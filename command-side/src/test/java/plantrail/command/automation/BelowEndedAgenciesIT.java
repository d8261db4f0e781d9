package plantrail.command.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import plantrail.command.CommandSideTest;
import plantrail.command.Given;
import plantrail.command.agency.mergeagencies.MergeAgencies;
import plantrail.command.agency.moveagency.MoveAgency;
import plantrail.command.agency.registeragency.RegisterAgency;
import plantrail.command.plan.issueplan.IssuePlan;
import plantrail.command.platform.Agencies;
import plantrail.command.report.openreports.OpenReports;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.calendar.DueRule;
import plantrail.kernel.calendar.Frequency;
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

/** Agencies above others end, and those below them are not moved. */
class BelowEndedAgenciesIT extends CommandSideTest {
  private static final Actor ADMIN = new Actor("admin", "Quản trị", null, Role.ADMIN);
  private static final LocalDate MERGED = LocalDate.of(2024, 2, 1);
  private static final LocalDate EVE = LocalDate.of(2024, 1, 31);
  private static final LocalDate LAST = LocalDate.of(2024, 1, 15);
  private static final String BASIS = "NQ 1241/NQ-UBTVQH15";
  private static final Assignees COMMUNES =
      new Assignees(
          List.of(),
          List.of(new AgencyClass(AgencyKind.PEOPLES_COMMITTEE, AgencyLevel.COMMUNE)),
          List.of());

  @Autowired private AgencyDirectory directory;
  @Autowired private Agencies agencies;
  @Autowired private RollOuts rollOuts;

  /**
   * A province whose district HB becomes part of HBC, and HBC of HBD; district HX ends on a day
   * that was told at its beginning, and nobody takes over. HB.3 is moved in time.
   */
  @BeforeAll
  void aProvinceThatMergesItsDistricts() {
    register("BLW", AgencyLevel.PROVINCE, null, null);
    for (String district : List.of("HA", "HB", "HBC", "HBD")) {
      register("BLW." + district, AgencyLevel.DISTRICT, "BLW", null);
    }
    register("BLW.HX", AgencyLevel.DISTRICT, "BLW.HA", LAST);
    for (String commune : List.of("HA.1", "HB.1", "HB.2", "HB.3", "HBC.1", "HBD.1", "HX.1")) {
      String district = commune.substring(0, commune.indexOf('.'));
      register("BLW." + commune, AgencyLevel.COMMUNE, "BLW." + district, null);
    }
    commands.give(new MoveAgency("BLW.HX", "BLW", LAST, BASIS), ADMIN);
    commands.give(new MoveAgency("BLW.HB.3", "BLW.HA", MERGED, BASIS), ADMIN);
    merge("BLW.HB", "BLW.HBC");
    merge("BLW.HBC", "BLW.HBD");
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() ->
            jdbc.sql(
                        "select count(*) from command.agency_term where code like 'BLW%' and not there")
                    .query(Long.class)
                    .single()
                == 4);
  }

  private void register(
      String code, AgencyLevel level, @Nullable String above, @Nullable LocalDate last) {
    commands.give(
        new RegisterAgency(
            code,
            "UBND " + code,
            AgencyKind.PEOPLES_COMMITTEE,
            level,
            above,
            LocalDate.of(2020, 1, 1),
            last,
            null),
        ADMIN);
  }

  private void merge(String merged, String successor) {
    commands.give(new MergeAgencies(List.of(merged), successor, List.of(), MERGED, BASIS), ADMIN);
  }

  private Set<String> communesBelow(String issuer, LocalDate day) {
    return directory.of(COMMUNES, issuer, day);
  }

  @Test
  void whoWasNotMovedStandsBelowTheHeirAndTheDayBeforeWhereItStood() {
    assertThat(communesBelow("BLW.HBD", MERGED))
        .containsExactly("BLW.HB.1", "BLW.HB.2", "BLW.HBC.1", "BLW.HBD.1");
    assertThat(communesBelow("BLW.HA", MERGED)).containsExactly("BLW.HA.1", "BLW.HB.3");
    assertThat(communesBelow("BLW.HBD", EVE)).containsExactly("BLW.HBD.1");
    assertThat(communesBelow("BLW.HB", EVE)).containsExactly("BLW.HB.1", "BLW.HB.2", "BLW.HB.3");
    assertThat(communesBelow("BLW", EVE)).isEqualTo(communesBelow("BLW", MERGED)).hasSize(7);
  }

  @Test
  void whereNobodyTookOverTheOneAboveStands() {
    assertThat(agencies.superiors("BLW.HX.1", LAST)).containsExactly("BLW.HX", "BLW");
    assertThat(agencies.superiors("BLW.HX.1", EVE)).containsExactly("BLW");
    assertThat(communesBelow("BLW", EVE)).contains("BLW.HX.1");
    assertThat(communesBelow("BLW.HA", EVE)).containsExactly("BLW.HA.1");
  }

  @Test
  void whoIsBelowWhomIsTheSameUpwardsAndDownwards() {
    for (LocalDate day : List.of(LAST, EVE, MERGED)) {
      for (String commune : communesBelow("BLW", day)) {
        for (String above : agencies.superiors(commune, day)) {
          assertThat(communesBelow(above, day)).contains(commune);
        }
      }
      for (String above : List.of("BLW", "BLW.HA", "BLW.HB", "BLW.HBC", "BLW.HBD", "BLW.HX")) {
        if (agencies.exists(above, day)) {
          assertThat(communesBelow(above, day))
              .allSatisfy(each -> assertThat(agencies.superiors(each, day)).contains(above));
        }
      }
    }
  }

  @Test
  void aPlanForTheClassBindsThoseBelowTheEndedAndTheyCanBeCalledOn() {
    IssuePlan plan = Given.issuePlan();
    String planId =
        Given.issue(
                commands,
                new IssuePlan(
                    plan.kind(),
                    "1",
                    plan.symbol(),
                    plan.issueDate(),
                    "BLW.HBD",
                    plan.title(),
                    null,
                    null,
                    null,
                    LocalDate.of(2026, 12, 31),
                    null,
                    null,
                    List.of(new Item("I", "Nội dung")),
                    List.of(
                        new AssignmentRule(
                            "A1",
                            "I",
                            "Niêm yết thủ tục",
                            COMMUNES,
                            List.of(DutyRole.EXECUTE),
                            null,
                            DueRule.by(LocalDate.of(2026, 6, 30)),
                            null)),
                    List.of(
                        new ReportingRule(
                            "R1",
                            "Báo cáo đột xuất",
                            Frequency.ON_DEMAND,
                            Window.CALENDAR,
                            COMMUNES,
                            null,
                            List.of(new Addressee("BLW.HBD", null)))),
                    List.of(),
                    List.of(),
                    List.of()))
            .id();
    await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> rollOuts.find(planId).map(RollOuts.State::finished).orElse(false));
    assertThat(
            jdbc.sql(
                    """
                    select payload->>'agency' from store.event
                     where name = 'task-assigned' and payload->>'planId' = ? order by 1
                    """)
                .param(planId)
                .query(String.class)
                .list())
        .containsExactly("BLW.HB.1", "BLW.HB.2", "BLW.HBC.1", "BLW.HBD.1");
    OpenReports call =
        new OpenReports(planId, "R1", null, "2024-03-01", null, LocalDate.of(2026, 12, 1));
    assertThat(
            commands
                .give(call, Given.official("BLW.HBD"), LocalDate.of(2024, 3, 1), "Nhập bổ sung")
                .events())
        .hasSize(4);
  }
}
