package plantrail.command.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import plantrail.command.Command;
import plantrail.command.CommandSideTest;
import plantrail.command.Given;
import plantrail.command.Refused;
import plantrail.command.budget.allocatebudget.AllocateBudget;
import plantrail.command.budget.correctallocation.CorrectAllocation;
import plantrail.command.inspection.recordinspection.RecordInspection;
import plantrail.command.plan.suspendplan.SuspendPlan;
import plantrail.command.task.accepttask.AcceptTask;
import plantrail.command.task.assigntask.AssignTask;
import plantrail.command.task.canceltask.CancelTask;
import plantrail.command.task.delegatetask.DelegateTask;
import plantrail.command.task.reassigntask.ReassignTask;
import plantrail.kernel.budget.BudgetId;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.inspection.Recommendation;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.MetadataKeys;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.message.Role;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.PlanId;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.RulesInForce;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.workflow.Workflows;

/** Plans of several versions of the workflow tables are carried out side by side. */
class PinnedWorkflowIT extends CommandSideTest {
  private static final Actor ISSUER = Given.official(Given.PROVINCE);
  private static final Actor FOCAL = Given.official(Given.HOME_AFFAIRS);
  private static final Actor DISTRICT = Given.official(Given.DISTRICT);

  @Autowired private EventStore events;

  /** A plan as it was put on record while that version of the tables was the present one. */
  static String issuedUnder(int version, String number, EventStore events) {
    PlanIssued plan =
        (PlanIssued)
            Given.issuePlan(number)
                .decide(
                    null,
                    ISSUER,
                    Given.WHEN,
                    Given.AGENCIES,
                    Given.plans(null),
                    () -> new RulesInForce(0, List.of(7, 3, 1), 5, version))
                .getFirst();
    events.publish(
        new GenericDomainEventMessage<>(
            "Plan",
            plan.planId(),
            0,
            plan,
            Map.of(
                MetadataKeys.ACTOR,
                ISSUER.person(),
                MetadataKeys.ROLE,
                Role.OFFICIAL.name(),
                MetadataKeys.CAUSATION,
                "issued long ago")));
    return plan.planId();
  }

  /** What each event of it says of its version. */
  static List<@Nullable Object> versions(String id, EventStore events) {
    return events
        .readEvents(id)
        .asStream()
        .<@Nullable Object>map(message -> message.getMetaData().get(MetadataKeys.WORKFLOWS))
        .toList();
  }

  @Test
  void whatIsAllocatedIsCorrectedWhilePlansRestOnlyUnderTheVersionThatLetIt() {
    for (int version : new int[] {4, 5}) {
      String plan = issuedUnder(version, "61" + version, events);
      AllocateBudget allocate =
          new AllocateBudget(plan, null, Given.HOME_AFFAIRS, "Ngân sách tỉnh", 500, "QĐ 8");
      BudgetId budget = allocate.budgetId();
      commands.give(allocate, ISSUER);
      commands.give(new SuspendPlan(new PlanId(plan), "Chống bão", "CV 9"), ISSUER);
      CorrectAllocation correct = new CorrectAllocation(budget, 400, "Cắt giảm", "CV 812");
      if (version == 4) {
        assertThat(commands.give(correct, ISSUER).events()).containsExactly("allocation-corrected");
        assertThat(versions(budget.value(), events)).containsExactly("4", "4");
      } else {
        Refused.with(RefusalCode.INVALID_STATE, () -> commands.give(correct, ISSUER));
        assertThat(versions(budget.value(), events)).containsExactly("5");
      }
    }
  }

  @Test
  void whatIsChargedAgainAndWhatIsRolledOutGoByTheVersionOfTheirPlan() {
    String plan = issuedUnder(4, "604", events);
    AssignTask assign =
        new AssignTask(
            plan, "D9", null, "Rà soát", Given.DISTRICT, List.of(DutyRole.LEAD), null, null, null);
    TaskId task = assign.taskId();
    commands.give(assign, ISSUER);
    commands.give(new CancelTask(task, "Không còn cần", "CV 3", null), ISSUER);
    commands.give(assign, ISSUER);
    assertThat(versions(task.value(), events)).containsExactly("4", "4", "4");
    String rolledOut = TaskId.of(plan, "A1", Given.DISTRICT).value();
    await().atMost(Duration.ofSeconds(30)).until(() -> !versions(rolledOut, events).isEmpty());
    assertThat(versions(rolledOut, events)).containsExactly("4");
  }

  @Test
  void allThatTheSystemBeginsUnderAPlanGoesByTheVersionOfThePlan() {
    String plan = issuedUnder(4, "607", events);
    AssignTask assign =
        new AssignTask(
            plan, "D9", null, "Rà soát", Given.PROVINCE, List.of(DutyRole.LEAD), null, null, null);
    commands.give(assign, ISSUER);
    commands.give(new AcceptTask(assign.taskId()), ISSUER);
    commands.give(
        new DelegateTask(
            assign.taskId(),
            List.of(new DelegateTask.Part(Given.DISTRICT, "Rà soát ở huyện", null, 1))),
        ISSUER);
    commands.give(
        new RecordInspection(
            plan,
            Given.HOME_AFFAIRS,
            Given.DISTRICT,
            LocalTime.dayOf(Instant.now()),
            null,
            List.of("Chậm"),
            List.of(new Recommendation("Niêm yết đủ", null)),
            List.of()),
        FOCAL);
    for (String begun :
        List.of(
            "payload->>'inspectionId' is not null",
            "payload->>'parentTask' is not null",
            "name = 'report-opened'")) {
      await().atMost(Duration.ofSeconds(30)).until(() -> !begun(plan, begun).isEmpty());
      assertThat(begun(plan, begun)).as(begun).containsOnly("4");
    }
  }

  /** What the first events of such things under the plan say of their version. */
  private List<@Nullable Object> begun(String plan, String which) {
    return jdbc
        .sql(
            """
            select aggregate_id from store.event
             where payload->>'planId' = ? and sequence = 0
               and name in ('task-assigned', 'report-opened') and %s
            """
                .formatted(which))
        .param(plan)
        .query(String.class)
        .list()
        .stream()
        .flatMap(id -> versions(id, events).stream())
        .toList();
  }

  @Test
  void workIsHandedOnWhilePlansRestOnlyUnderTheVersionThatLetIt() {
    for (int version : new int[] {6, 7}) {
      String plan = issuedUnder(version, "62" + version, events);
      AssignTask assign =
          new AssignTask(
              plan,
              "D9",
              null,
              "Rà soát",
              Given.DISTRICT,
              List.of(DutyRole.LEAD),
              null,
              null,
              null);
      TaskId task = assign.taskId();
      commands.give(assign, ISSUER);
      AssignTask whole =
          new AssignTask(
              plan,
              "D8",
              null,
              "Rà soát",
              Given.PROVINCE,
              List.of(DutyRole.LEAD),
              null,
              null,
              null);
      commands.give(whole, ISSUER);
      commands.give(new AcceptTask(whole.taskId()), ISSUER);
      commands.give(new SuspendPlan(new PlanId(plan), "Chống bão", "CV 9"), ISSUER);
      ReassignTask reassign = new ReassignTask(task, Given.OTHER_DISTRICT, "Đúng địa bàn", "CV 4");
      DelegateTask delegate =
          new DelegateTask(
              whole.taskId(),
              List.of(new DelegateTask.Part(Given.OTHER_DISTRICT, "Một phần", null, 1)));
      for (Command step : List.of(reassign, delegate)) {
        if (version == 6) {
          assertThat(commands.give(step, ISSUER).events()).hasSize(1);
        } else {
          assertThat(
                  Refused.with(RefusalCode.INVALID_STATE, () -> commands.give(step, ISSUER))
                      .messageKey())
              .isEqualTo("field.plan-not-in-force");
        }
      }
    }
  }

  @Test
  void aPlanIssuedNowGoesByThePresentOne() {
    String plan = Given.issue(commands, Given.issuePlan("606")).id();
    AllocateBudget allocate =
        new AllocateBudget(plan, null, Given.HOME_AFFAIRS, "Ngân sách tỉnh", 500, "QĐ 8");
    commands.give(allocate, ISSUER);
    assertThat(versions(allocate.budgetId().value(), events))
        .containsExactly(Integer.toString(Workflows.VERSION));
  }
}
