package plantrail.kernel.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.message.Role;
import plantrail.kernel.model.ModelState;

/** Every step as every relation from every state: open to those who may, and else to nobody. */
class PermissionMatrixTest {

  /** Whatever a step may need. */
  private static final Set<Condition> ALL = EnumSet.allOf(Condition.class);

  /** Who may take which step, written down apart from the tables that say so. */
  private static final Map<Workflow<?>, Map<String, Set<Relation>>> MAY =
      Map.of(
          ObstacleWorkflow.TABLE,
          Map.of(
              "raise-obstacle", Set.of(Relation.RESPONSIBLE),
              "pass-on-obstacle", Set.of(Relation.HOLDER, Relation.FOCAL),
              "answer-obstacle", Set.of(Relation.HOLDER),
              "close-obstacle", Set.of(Relation.RAISER),
              "transfer-obstacle", Set.of(Relation.SYSTEM)),
          ConsolidationWorkflow.TABLE,
          Map.of(
              "consolidate-reports", Set.of(Relation.CHANNEL),
              "forward-consolidation", Set.of(Relation.CHANNEL),
              "correct-consolidation", Set.of(Relation.CHANNEL),
              "renew-consolidation", Set.of(Relation.CHANNEL),
              "return-consolidation", Set.of(Relation.ADDRESSEE),
              "transfer-consolidation", Set.of(Relation.SYSTEM)),
          ModelWorkflow.TABLE,
          Map.of(
              "register-model", Set.of(Relation.RESPONSIBLE, Relation.SYSTEM),
              "build-model", Set.of(Relation.RESPONSIBLE),
              "assess-model", Set.of(Relation.FOCAL, Relation.ISSUER),
              "recognise-model", Set.of(Relation.ISSUER),
              "reward-model", Set.of(Relation.ISSUER, Relation.SUPERIOR),
              "propose-model", Set.of(Relation.FOCAL, Relation.ISSUER),
              "decline-proposal", Set.of(Relation.SUPERIOR),
              "replicate-model", Set.of(Relation.FOCAL, Relation.ISSUER),
              "withdraw-model", Set.of(Relation.RESPONSIBLE, Relation.ISSUER),
              "transfer-model", Set.of(Relation.SYSTEM)),
          BudgetWorkflow.TABLE,
          Map.of(
              "allocate-budget", Set.of(Relation.ISSUER, Relation.FOCAL),
              "disburse-funds", Set.of(Relation.RESPONSIBLE),
              "correct-disbursement", Set.of(Relation.RESPONSIBLE, Relation.ISSUER),
              "correct-allocation", Set.of(Relation.ISSUER, Relation.FOCAL),
              "transfer-budget", Set.of(Relation.SYSTEM)),
          TargetWorkflow.TABLE,
          Map.of(
              "set-target", Set.of(Relation.ISSUER, Relation.FOCAL, Relation.SYSTEM),
              "change-target", Set.of(Relation.ISSUER, Relation.SYSTEM),
              "withdraw-target", Set.of(Relation.ISSUER, Relation.SYSTEM),
              "record-measurement", Set.of(Relation.RESPONSIBLE, Relation.FOCAL, Relation.ISSUER),
              "correct-measurement", Set.of(Relation.RESPONSIBLE, Relation.FOCAL, Relation.ISSUER),
              "transfer-target", Set.of(Relation.SYSTEM)),
          AgencyWorkflow.TABLE,
          Map.of(
              "register-agency", Set.of(Relation.REGISTRAR),
              "rename-agency", Set.of(Relation.REGISTRAR),
              "move-agency", Set.of(Relation.REGISTRAR),
              "merge-agencies", Set.of(Relation.REGISTRAR),
              "split-agency", Set.of(Relation.REGISTRAR),
              "dissolve-agency", Set.of(Relation.REGISTRAR)),
          CalendarWorkflow.TABLE,
          Map.of("override-day", Set.of(Relation.CALENDAR_KEEPER)),
          MandateWorkflow.TABLE,
          Map.of(
              "grant-mandate", Set.of(Relation.MANDATOR, Relation.REGISTRAR),
              "revoke-mandate", Set.of(Relation.MANDATOR, Relation.REGISTRAR)));

  @Test
  void everyWorkflowIsInAMatrixSoThatNothingIsOpenByOmission() {
    assertThat(Stream.concat(MAY.keySet().stream(), WorkflowTest.MAY.keySet().stream()))
        .containsExactlyInAnyOrderElementsOf(Workflows.ALL);
    MAY.forEach((workflow, may) ->
        assertThat(may.keySet())
            .as(workflow.name())
            .containsExactlyInAnyOrderElementsOf(
                workflow.steps().stream().map(Step::command).toList()));
  }

  /** Everybody there can be, as seen from the agency HGI.024. */
  static Stream<Actor> everybody() {
    Actor.Mandate mandate = new Actor.Mandate("m", "ông T.", null);
    return Stream.concat(
        Stream.of(
            new Actor("c", "Bà C.", "HGI.024", Role.OFFICIAL, mandate),
            new Actor("h", "Bà H.", "HGI", Role.OFFICIAL, mandate)),
        Arrays.stream(Role.values())
            .flatMap(role ->
                Stream.of("HGI.024", "HGI", "CBA", "")
                    .map(code -> new Actor("p", "Bà P.", code.isEmpty() ? null : code, role))));
  }

  @ParameterizedTest
  @MethodSource("everybody")
  void onlyTheAdministratorKeepsTheRegistryAndTheCalendar(Actor actor) {
    boolean keeps = actor.role() == Role.ADMIN;
    assertThat(AgencyWorkflow.relations(actor))
        .isEqualTo(keeps ? Set.of(Relation.REGISTRAR) : Set.of());
    assertThat(CalendarWorkflow.relations(actor))
        .isEqualTo(keeps ? Set.of(Relation.CALENDAR_KEEPER) : Set.of());
  }

  @ParameterizedTest
  @MethodSource("everybody")
  void onlyTheAgencyItselfAndTheAdministratorGiveAMandateForIt(Actor actor) {
    Set<Relation> expected = EnumSet.noneOf(Relation.class);
    if (actor.role() == Role.ADMIN) {
      expected.add(Relation.REGISTRAR);
    }
    if (actor.role() == Role.OFFICIAL
        && "HGI.024".equals(actor.agency())
        && actor.mandate() == null) {
      expected.add(Relation.MANDATOR);
    }
    assertThat(MandateWorkflow.relations(actor, "HGI.024")).isEqualTo(expected);
  }

  static Stream<Arguments> whoRewardsAModel() {
    return Stream.of(
        Arguments.of(ModelState.RECOGNISED, "HGI", true),
        Arguments.of(ModelState.RECOGNISED, "TW", false),
        Arguments.of(ModelState.PROPOSED, "HGI", false),
        Arguments.of(ModelState.PROPOSED, "HGI.SNV", false),
        Arguments.of(ModelState.PROPOSED, "HGI.024", false),
        Arguments.of(ModelState.PROPOSED, "TW", true));
  }

  /** The district HGI.024 builds, the province HGI issued, HGI.SNV watches, TW is asked. */
  @ParameterizedTest
  @MethodSource("whoRewardsAModel")
  void anAwardIsGrantedByTheIssuerOrOnceProposedByTheAgencyAskedAlone(
      ModelState state, String agency, boolean may) {
    Actor actor = new Actor("p", "Bà P.", agency, Role.OFFICIAL);
    String asked = state == ModelState.PROPOSED ? "TW" : null;
    Set<Relation> relations = ModelWorkflow.relations(actor, "HGI.024", "HGI", "HGI.SNV", asked);
    assertThat(
            ModelWorkflow.TABLE.openTo(
                state, relations, ModelWorkflow.conditions(state, relations)))
        .satisfies(open -> assertThat(open.contains("reward-model")).isEqualTo(may));
  }

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
      assertThat(workflow.openTo(state, Set.of(relation), ALL).contains(command))
          .isEqualTo(may && now);
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
      workflow.take(command, state, Set.of(relation), ALL);
      return null;
    } catch (Refusal refusal) {
      return refusal.code();
    }
  }
}
