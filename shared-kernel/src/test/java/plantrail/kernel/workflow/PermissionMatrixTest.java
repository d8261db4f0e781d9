package plantrail.kernel.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;

/** Every step as every relation from every state: open to those who may, and else to nobody. */
class PermissionMatrixTest {

  /** Who may take which step, written down apart from the tables that say so. */
  private static final Map<Workflow<?>, Map<String, Set<Relation>>> MAY =
      Map.of(
          ObstacleWorkflow.TABLE,
          Map.of(
              "raise-obstacle", Set.of(Relation.RESPONSIBLE),
              "pass-on-obstacle", Set.of(Relation.HOLDER, Relation.FOCAL),
              "answer-obstacle", Set.of(Relation.HOLDER),
              "close-obstacle", Set.of(Relation.RAISER)),
          ConsolidationWorkflow.TABLE,
          Map.of(
              "consolidate-reports", Set.of(Relation.CHANNEL),
              "forward-consolidation", Set.of(Relation.CHANNEL),
              "correct-consolidation", Set.of(Relation.CHANNEL),
              "renew-consolidation", Set.of(Relation.CHANNEL),
              "return-consolidation", Set.of(Relation.ADDRESSEE)));

  static Stream<Arguments> everyStepAsEveryRelation() {
    return MAY.keySet().stream()
        .flatMap(workflow ->
            workflow.steps().stream()
                .flatMap(step ->
                    Arrays.stream(Relation.values())
                        .map(relation -> Arguments.of(workflow, step.command(), relation))));
  }

  @ParameterizedTest
  @MethodSource("everyStepAsEveryRelation")
  <S extends Enum<S>> void aStepIsOpenToThoseWhoMayAndElseToNobody(
      Workflow<S> workflow, String command, Relation relation) {
    boolean may =
        MAY.getOrDefault(workflow, Map.of()).getOrDefault(command, Set.of()).contains(relation);
    Step<S> step = workflow.step(command);
    for (S state : workflow.states()) {
      boolean now = step.from().contains(state);
      assertThat(outcome(workflow, command, state, relation))
          .as("%s", state)
          .isEqualTo(may ? now ? null : RefusalCode.INVALID_STATE : RefusalCode.NOT_PERMITTED);
      assertThat(workflow.openTo(state, Set.of(relation)).contains(command)).isEqualTo(may && now);
    }
    assertThat(outcome(workflow, command, null, relation))
        .isEqualTo(
            !may
                ? RefusalCode.NOT_PERMITTED
                : step.from().isEmpty() ? null : RefusalCode.INVALID_STATE);
  }

  private static <S extends Enum<S>> @Nullable RefusalCode outcome(
      Workflow<S> workflow, String command, @Nullable S state, Relation relation) {
    try {
      workflow.permit(command, Set.of(relation));
      if (state == null && workflow.step(command).from().isEmpty()) {
        return null;
      }
      workflow.take(command, state, Set.of(relation));
      return null;
    } catch (Refusal refusal) {
      return refusal.code();
    }
  }
}
