package plantrail.command.platform;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import plantrail.command.Command;
import plantrail.command.Given;
import plantrail.command.Refused;
import plantrail.command.StepCommand;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.plan.PlanStatus;
import plantrail.kernel.workflow.UnderPlan;
import plantrail.kernel.workflow.Workflows;

/** Every step of something under a plan, and in which status of that plan it may be taken. */
class PlanStatusMatrixTest {
  private static final CommandRegistry REGISTRY = new CommandRegistry();

  private static final Map<UnderPlan, Set<PlanStatus>> MAY =
      Map.of(
          UnderPlan.IN_FORCE,
          Set.of(PlanStatus.IN_FORCE),
          UnderPlan.CARRIED_OUT,
          Set.of(PlanStatus.IN_FORCE, PlanStatus.SUSPENDED, PlanStatus.CONCLUDED),
          UnderPlan.WHATEVER,
          Set.of(PlanStatus.values()));

  private static Map<UnderPlan, TreeSet<String>> steps() {
    return REGISTRY.all().entrySet().stream()
        .filter(each -> StepCommand.class.isAssignableFrom(each.getValue()))
        .collect(
            groupingBy(
                each -> example(each.getKey()).underPlan(Workflows.of(each.getKey())),
                mapping(Map.Entry::getKey, toCollection(TreeSet::new))));
  }

  private static StepCommand<?, ?> example(String name) {
    Class<? extends Command> type = Objects.requireNonNull(REGISTRY.find(name));
    return (StepCommand<?, ?>)
        new CommandReader().read(type, CommandExamplesTest.example(name)).command();
  }

  @Test
  void everyStepDemandsOfItsPlanWhatItsNatureAsks() {
    assertThat(steps().get(UnderPlan.IN_FORCE))
        .containsExactly(
            "change-target",
            "correct-allocation",
            "record-findings",
            "reopen-task",
            "replicate-model",
            "withdraw-target");
    assertThat(steps().get(UnderPlan.CARRIED_OUT))
        .containsExactly(
            "assess-model",
            "begin-inspection",
            "build-model",
            "disburse-funds",
            "propose-model",
            "recognise-model",
            "record-measurement",
            "reward-model");
    assertThat(steps().get(UnderPlan.WHATEVER))
        .containsExactly(
            "accept-report",
            "accept-task",
            "accept-task-result",
            "answer-obstacle",
            "bring-task-forward",
            "cancel-inspection",
            "cancel-task",
            "change-assigner",
            "close-obstacle",
            "correct-consolidation",
            "correct-disbursement",
            "correct-measurement",
            "decline-proposal",
            "decline-task",
            "escalate-report",
            "escalate-task",
            "forward-consolidation",
            "fulfil-task",
            "issue-draft",
            "notice-report-lapse",
            "notice-task-lapse",
            "open-plan-year",
            "pass-on-obstacle",
            "refuse-extension",
            "remind-report",
            "remind-task",
            "reschedule-report",
            "reschedule-task",
            "resume-plan",
            "return-consolidation",
            "return-plan",
            "return-report",
            "return-task-result",
            "review-plan",
            "revise-plan",
            "revise-report",
            "revise-task",
            "revoke-mandate",
            "revoke-plan",
            "roll-up-progress",
            "submit-plan",
            "submit-report",
            "suspend-plan",
            "transfer-budget",
            "transfer-consolidation",
            "transfer-draft",
            "transfer-inspection",
            "transfer-model",
            "transfer-obstacle",
            "transfer-plan",
            "transfer-report",
            "transfer-target",
            "transfer-task",
            "unfulfil-task",
            "urge-report",
            "urge-task",
            "waive-report",
            "withdraw-model",
            "withdraw-report");
  }

  static Stream<Arguments> everyDemandInEveryStatus() {
    return Arrays.stream(UnderPlan.values())
        .flatMap(demand ->
            Arrays.stream(PlanStatus.values())
                .filter(
                    status -> status != PlanStatus.DRAFT && status != PlanStatus.AWAITING_SIGNATURE)
                .map(status -> Arguments.of(demand, status)));
  }

  @ParameterizedTest
  @MethodSource("everyDemandInEveryStatus")
  void aPlanIsWhatIsDemandedInTheseStatusesAndInNoOther(UnderPlan demand, PlanStatus status) {
    Plans plans = Given.plans(Given.plan(), status);
    if (Objects.requireNonNull(MAY.get(demand)).contains(status)) {
      plans.demand(demand, Given.plan().planId());
    } else {
      Refused.with(RefusalCode.INVALID_STATE, () -> plans.demand(demand, Given.plan().planId()));
    }
  }
}
