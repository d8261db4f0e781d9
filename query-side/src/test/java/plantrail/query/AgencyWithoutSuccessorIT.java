package plantrail.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import plantrail.kernel.agency.AgencyKind;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.agency.AgencyRegistered;
import plantrail.kernel.message.Role;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.task.TaskAssigned;
import plantrail.kernel.task.TaskReassigned;
import plantrail.platform.access.Accounts;

/** An agency has ended, nobody took over from it, and something of it is still to be done. */
class AgencyWithoutSuccessorIT extends QuerySideTest {
  private static final LocalDate LAST = LocalDate.of(2025, 6, 30);
  private static final PlanIssued PLAN = Story.plan("73", "HGI", "HGI.SNV");
  private static final TaskAssigned LEFT =
      Story.task(PLAN, "A1", "HGI.099", LocalDate.of(2025, 12, 1), DutyRole.EXECUTE);
  private static final TaskAssigned GIVEN_ON =
      Story.task(PLAN, "A2", "HGI.099", LocalDate.of(2025, 12, 1), DutyRole.EXECUTE);

  @BeforeAll
  void theEnd() {
    Log log = log();
    log.append("2024-01-01T00:00:00Z", Story.agencies());
    log.append(
        "2024-01-02T00:00:00Z",
        new AgencyRegistered(
            "HGI.099",
            "Ban Chỉ đạo",
            AgencyKind.PEOPLES_COMMITTEE,
            AgencyLevel.DISTRICT,
            "HGI",
            LocalDate.of(2020, 1, 1),
            LAST,
            null));
    log.append("2024-03-01T00:00:00Z", PLAN, LEFT, GIVEN_ON);
    log.append(
        "2025-07-10T03:00:00Z",
        new TaskReassigned(
            GIVEN_ON.taskId(), "HGI.099", "HGI.026", "Không có đơn vị kế thừa", null));
    accounts.create(
        new Accounts.New("HGI.099", "Ông T.", Role.OFFICIAL, List.of("HGI.099")), PASSWORD);
    clock.set(Instant.parse("2026-01-15T03:00:00Z"));
    settle();
  }

  @Test
  void whatItLeftIsSeenByThoseAboveItAndByThePlansFocalAgency() {
    for (String reader : new String[] {"HGI", "HGI.SNV"}) {
      assertThat(get(reader, "/api/tasks", "agency", "HGI.099").items("id"))
          .as(reader)
          .containsExactly(LEFT.taskId());
      assertThat(get(reader, "/api/tasks/" + LEFT.taskId()).json().path("steps").toString())
          .as(reader)
          .contains("reassign-task");
    }
    assertThat(get("HGI.026", "/api/tasks", "agency", "HGI.099").items("id")).isEmpty();
  }

  @Test
  void itsPeopleAreToldThatItEndedAndAreOfferedNoSteps() {
    assertThat(get("HGI.099", "/api/tasks/" + LEFT.taskId()).json().path("steps")).isEmpty();
    assertThat(page("HGI.099", "vi", "/work").body())
        .contains("Đơn vị Ban Chỉ đạo hoạt động đến hết ngày 30/06/2025. Chỉ còn xem");
    assertThat(page("HGI.099", "en", "/work").body())
        .contains("The agency Ban Chỉ đạo ended on 30/06/2025. You can still read");
  }

  @Test
  void whatWasGivenOnIsTheOthersAndWasItsOwnBefore() {
    assertThat(get("HGI.026", "/api/tasks").items("id")).containsExactly(GIVEN_ON.taskId());
    assertThat(get("HGI", "/api/tasks", "agency", "HGI.099", "at", "2025-07-01").items("id"))
        .containsExactlyInAnyOrder(LEFT.taskId(), GIVEN_ON.taskId());
  }
}
