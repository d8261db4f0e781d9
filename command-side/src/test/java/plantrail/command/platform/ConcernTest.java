package plantrail.command.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import plantrail.command.Given;
import plantrail.command.GivenPlan;
import plantrail.kernel.agency.AgencyMerged;
import plantrail.kernel.calendar.DueRule;
import plantrail.kernel.plan.Assignees;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.PlanIssued;

class ConcernTest {
  private static final LocalDate DAY = LocalDate.of(2025, 7, 1);
  private static final PlanIssued PLAN =
      GivenPlan.usual()
          .assignments(
              List.of(
                  new AssignmentRule(
                      "A1",
                      "II.1",
                      "Rà soát",
                      new Assignees(List.of(Given.DISTRICT), List.of(), List.of()),
                      List.of(DutyRole.EXECUTE),
                      null,
                      DueRule.by(DAY),
                      null)))
          .issued();
  private static final Agencies AGENCIES =
      Given.agencies(
          List.of(
              Given.registered("TQG", null),
              new AgencyMerged(Given.DISTRICT, "TQG", DAY, "Nghị quyết 1")));

  @Test
  void whoTakesOverIsBoundFromThatDayOnAndNotSinceItWasDecided() {
    assertThat(Concern.binds(PLAN, "TQG", DAY.minusDays(1), AGENCIES)).isFalse();
    assertThat(Concern.binds(PLAN, "TQG", DAY, AGENCIES)).isTrue();
  }
}
