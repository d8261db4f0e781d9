package plantrail.command.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import plantrail.command.CommandSideTest;
import plantrail.command.Given;
import plantrail.command.Refused;
import plantrail.command.budget.allocatebudget.AllocateBudget;
import plantrail.command.budget.correctallocation.CorrectAllocation;
import plantrail.command.plan.suspendplan.SuspendPlan;
import plantrail.command.task.assigntask.AssignTask;
import plantrail.command.task.canceltask.CancelTask;
import plantrail.kernel.budget.BudgetId;
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
  private String issuedUnder(int version, String number) {
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
            Map.of(MetadataKeys.ACTOR, ISSUER.person(), MetadataKeys.ROLE, Role.OFFICIAL.name())));
    return plan.planId();
  }

  private List<@Nullable Object> versions(String id) {
    return events
        .readEvents(id)
        .asStream()
        .<@Nullable Object>map(message -> message.getMetaData().get(MetadataKeys.WORKFLOWS))
        .toList();
  }

  @Test
  void whatIsAllocatedIsCorrectedWhilePlansRestOnlyUnderTheVersionThatLetIt() {
    for (int version : new int[] {4, 5}) {
      String plan = issuedUnder(version, "61" + version);
      AllocateBudget allocate =
          new AllocateBudget(plan, null, Given.HOME_AFFAIRS, "Ngân sách tỉnh", 500, "QĐ 8");
      BudgetId budget = allocate.budgetId();
      commands.give(allocate, ISSUER);
      commands.give(new SuspendPlan(new PlanId(plan), "Chống bão", "CV 9"), ISSUER);
      CorrectAllocation correct = new CorrectAllocation(budget, 400, "Cắt giảm", "CV 812");
      if (version == 4) {
        assertThat(commands.give(correct, ISSUER).events()).containsExactly("allocation-corrected");
        assertThat(versions(budget.value())).containsExactly("4", "4");
      } else {
        Refused.with(RefusalCode.INVALID_STATE, () -> commands.give(correct, ISSUER));
        assertThat(versions(budget.value())).containsExactly("5");
      }
    }
  }

  @Test
  void whatIsChargedAgainAndWhatIsRolledOutGoByTheVersionOfTheirPlan() {
    String plan = issuedUnder(4, "604");
    AssignTask assign =
        new AssignTask(
            plan, "D9", null, "Rà soát", Given.DISTRICT, List.of(DutyRole.LEAD), null, null, null);
    TaskId task = assign.taskId();
    commands.give(assign, ISSUER);
    commands.give(new CancelTask(task, "Không còn cần", "CV 3"), ISSUER);
    commands.give(assign, ISSUER);
    assertThat(versions(task.value())).containsExactly("4", "4", "4");
    String rolledOut = TaskId.of(plan, "A1", Given.DISTRICT).value();
    await().atMost(Duration.ofSeconds(30)).until(() -> !versions(rolledOut).isEmpty());
    assertThat(versions(rolledOut)).containsExactly("4");
  }

  @Test
  void aPlanIssuedNowGoesByThePresentOne() {
    String plan = Given.issue(commands, Given.issuePlan("606")).id();
    AllocateBudget allocate =
        new AllocateBudget(plan, null, Given.HOME_AFFAIRS, "Ngân sách tỉnh", 500, "QĐ 8");
    commands.give(allocate, ISSUER);
    assertThat(versions(allocate.budgetId().value()))
        .containsExactly(Integer.toString(Workflows.VERSION));
  }
}
