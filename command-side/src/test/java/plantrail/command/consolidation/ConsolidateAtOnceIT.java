package plantrail.command.consolidation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import plantrail.command.CommandSideTest;
import plantrail.command.Given;
import plantrail.command.automation.WhenPlanIssuedThenAssignTasks;
import plantrail.command.consolidation.consolidatereports.ConsolidateReports;
import plantrail.command.consolidation.renewconsolidation.RenewConsolidation;
import plantrail.command.report.openreport.OpenReport;
import plantrail.command.report.returnreport.ReturnReport;
import plantrail.command.report.submitreport.SubmitReport;
import plantrail.kernel.consolidation.ConsolidationId;
import plantrail.kernel.workflow.Workflows;

/** Whoever makes one of several reports has all of them before him, however new they are. */
class ConsolidateAtOnceIT extends CommandSideTest {
  /** A quarter beyond those that the plan's issue opens. */
  private static final String PERIOD = "2023-Q1";

  private static final LocalDate DUE = LocalDate.of(2099, 3, 14);

  @Autowired private EventProcessingConfiguration processing;

  private StreamingEventProcessor automation() {
    return processing
        .eventProcessor(WhenPlanIssuedThenAssignTasks.GROUP, StreamingEventProcessor.class)
        .orElseThrow();
  }

  /** Whoever reads the log comes to the new reports only later. */
  @BeforeEach
  void whoeverReadsTheLogIsLate() {
    automation().shutDown();
  }

  @AfterEach
  void goesOn() {
    automation().start();
  }

  @Test
  void reportsOpenedAMomentAgoAreMadeOneAndWhoIsMissingIsNamed() {
    String plan = Given.issue(commands, Given.issuePlan("881")).id();
    OpenReport one = new OpenReport(plan, "R1", Given.DISTRICT, PERIOD, null, DUE);
    OpenReport other = new OpenReport(plan, "R1", Given.OTHER_DISTRICT, PERIOD, null, DUE);
    commands.give(one, Given.official("HGI"));
    assertThat(
            jdbc.sql("select metadata->>'workflows' from store.event where aggregate_id = ?")
                .param(one.reportId().value())
                .query(Integer.class)
                .list())
        .containsExactly(Workflows.VERSION);
    commands.give(
        new SubmitReport(one.reportId(), "Kết quả", List.of()), Given.official(Given.DISTRICT));
    commands.give(
        new ConsolidateReports(plan, "R1", PERIOD, Given.HOME_AFFAIRS, "Tổng hợp"),
        Given.official(Given.HOME_AFFAIRS));
    commands.give(other, Given.official("HGI"));
    commands.give(
        new RenewConsolidation(ConsolidationId.of(plan, "R1", PERIOD, Given.HOME_AFFAIRS), null),
        Given.official(Given.HOME_AFFAIRS));
    assertThat(
            jdbc.sql(
                    """
                    select concat_ws(' ', name, metadata->>'workflows', payload->'gathered'->>'missing')
                      from store.event
                     where aggregate_id = ? order by sequence
                    """)
                .param(ConsolidationId.of(plan, "R1", PERIOD, Given.HOME_AFFAIRS).value())
                .query(String.class)
                .list())
        .containsExactly(
            "reports-consolidated %d []".formatted(Workflows.VERSION),
            "consolidation-renewed %d [\"HGI.026\"]".formatted(Workflows.VERSION));
  }

  @Test
  void whatWasHandedInOnOneDayStandsInTheOrderInWhichItWas() {
    String plan = Given.issue(commands, Given.issuePlan("882")).id();
    OpenReport one = new OpenReport(plan, "R1", Given.DISTRICT, PERIOD, null, DUE);
    OpenReport other = new OpenReport(plan, "R1", Given.OTHER_DISTRICT, PERIOD, null, DUE);
    commands.give(one, Given.official("HGI"));
    commands.give(other, Given.official("HGI"));
    for (OpenReport each : List.of(other, one)) {
      commands.give(
          new SubmitReport(each.reportId(), "Kết quả", List.of()), Given.official(each.agency()));
    }
    commands.give(
        new ConsolidateReports(plan, "R1", PERIOD, Given.HOME_AFFAIRS, "Tổng hợp"),
        Given.official(Given.HOME_AFFAIRS));
    ConsolidationId id = ConsolidationId.of(plan, "R1", PERIOD, Given.HOME_AFFAIRS);
    assertThat(cameIn(id)).containsExactly(Given.OTHER_DISTRICT, Given.DISTRICT);
    commands.give(new ReturnReport(other.reportId(), "Thiếu"), Given.official("HGI"));
    commands.give(
        new SubmitReport(other.reportId(), "Kết quả, bổ sung", List.of()),
        Given.official(Given.OTHER_DISTRICT));
    commands.give(new RenewConsolidation(id, null), Given.official(Given.HOME_AFFAIRS));
    assertThat(cameIn(id)).containsExactly(Given.DISTRICT, Given.OTHER_DISTRICT);
  }

  /** Codes of those whose reports were gathered last, in that order. */
  private List<String> cameIn(ConsolidationId id) {
    return jdbc.sql(
            """
            select each->>'agency'
              from (select payload from store.event
                     where aggregate_id = ? order by sequence desc limit 1) last,
                   jsonb_array_elements(cast(payload->'gathered'->'cameIn' as jsonb))
                     with ordinality as came (each, place)
             order by place
            """)
        .param(id.value())
        .query(String.class)
        .list();
  }
}
