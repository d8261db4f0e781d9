package plantrail.kernel.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import plantrail.kernel.agency.AgencyState;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.message.Role;
import plantrail.kernel.model.ModelState;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.task.TaskProgress;

class WorkflowTest {
  private static final Set<String> OF_THOSE_WHO_CHARGE =
      Set.of(
          "assign-task",
          "accept-task-result",
          "return-task-result",
          "grant-extension",
          "refuse-extension",
          "urge-task",
          "reassign-task",
          "reopen-task",
          "cancel-task");

  private static Actor of(String agency) {
    return new Actor("p." + agency, "Bà H.", agency, Role.OFFICIAL);
  }

  @Test
  void theResponsibleAgencyTakesAnAssignedTaskOn() {
    assertThat(
            TaskWorkflow.TABLE.take(
                "accept-task", TaskProgress.ASSIGNED, Set.of(Relation.RESPONSIBLE)))
        .isEqualTo(TaskProgress.ACCEPTED);
  }

  @Test
  void whoMayNotIsToldSoWhateverTheState() {
    for (TaskProgress progress : TaskProgress.values()) {
      Refusal refusal =
          catchThrowableOfType(
              Refusal.class,
              () -> TaskWorkflow.TABLE.take("accept-task", progress, Set.of(Relation.ASSIGNER)));
      assertThat(refusal.code()).isEqualTo(RefusalCode.NOT_PERMITTED);
      assertThat(refusal.arguments()).containsExactly("@step.accept-task", "@relation.RESPONSIBLE");
    }
  }

  @Test
  void aStepOutOfOrderSaysWhatWasExpectedAndWhatIsTheCase() {
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class,
            () ->
                TaskWorkflow.TABLE.take(
                    "submit-task-result", TaskProgress.COMPLETED, Set.of(Relation.RESPONSIBLE)));
    assertThat(refusal.code()).isEqualTo(RefusalCode.INVALID_STATE);
    assertThat(refusal.arguments())
        .containsExactly(
            "@step.submit-task-result",
            "@state.task.ACCEPTED,@state.task.IN_PROGRESS,@state.task.RETURNED",
            "@state.task.COMPLETED");
  }

  /** Who may take which step of a task, written down apart from the table that says so. */
  private static final Map<Relation, Set<String>> MAY_WITH_TASKS =
      Map.of(
          Relation.RESPONSIBLE,
          Set.of(
              "accept-task",
              "decline-task",
              "report-progress",
              "submit-task-result",
              "delegate-task",
              "request-extension"),
          Relation.ASSIGNER,
          OF_THOSE_WHO_CHARGE,
          Relation.FOCAL,
          OF_THOSE_WHO_CHARGE,
          Relation.SYSTEM,
          Set.of(
              "assign-task",
              "cancel-task",
              "remind-task",
              "notice-task-lapse",
              "escalate-task",
              "reschedule-task",
              "revise-task",
              "transfer-task",
              "roll-up-progress",
              "fulfil-task",
              "unfulfil-task",
              "change-assigner",
              "bring-task-forward"));

  /** The same of a report. */
  private static final Map<Relation, Set<String>> MAY_WITH_REPORTS =
      Map.of(
          Relation.RESPONSIBLE,
          Set.of("submit-report"),
          Relation.CHANNEL,
          Set.of("accept-report", "return-report", "urge-report"),
          Relation.ADDRESSEE,
          Set.of("accept-report", "return-report", "urge-report", "waive-report"),
          Relation.ISSUER,
          Set.of(
              "open-report",
              "open-reports",
              "accept-report",
              "return-report",
              "urge-report",
              "waive-report",
              "withdraw-report"),
          Relation.FOCAL,
          Set.of("open-report", "open-reports", "urge-report", "waive-report"),
          Relation.SYSTEM,
          Set.of(
              "open-report",
              "withdraw-report",
              "remind-report",
              "notice-report-lapse",
              "escalate-report",
              "reschedule-report",
              "revise-report",
              "transfer-report"));

  /** The same of a plan and its draft. */
  private static final Map<Relation, Set<String>> MAY_WITH_PLANS =
      Map.of(
          Relation.ISSUER,
          Set.of(
              "draft-plan",
              "revise-plan",
              "submit-plan",
              "return-plan",
              "issue-draft",
              "issue-plan",
              "review-plan",
              "amend-plan",
              "suspend-plan",
              "resume-plan",
              "conclude-plan",
              "supersede-plan",
              "revoke-plan"),
          Relation.FOCAL,
          Set.of("draft-plan", "revise-plan", "submit-plan", "review-plan"),
          Relation.SYSTEM,
          Set.of("open-plan-year", "transfer-plan", "transfer-draft"));

  /** The same of an inspection. */
  private static final Map<Relation, Set<String>> MAY_WITH_INSPECTIONS =
      Map.of(
          Relation.INSPECTOR,
          Set.of(
              "begin-inspection",
              "record-findings",
              "cancel-inspection",
              "confirm-remedy",
              "close-inspection"),
          Relation.ISSUER,
          Set.of(
              "plan-inspection",
              "record-inspection",
              "cancel-inspection",
              "confirm-remedy",
              "close-inspection"),
          Relation.FOCAL,
          Set.of("plan-inspection", "record-inspection", "confirm-remedy", "close-inspection"),
          Relation.SUPERIOR,
          Set.of("plan-inspection", "record-inspection"),
          Relation.RESPONSIBLE,
          Set.of("plan-inspection", "record-inspection"),
          Relation.SYSTEM,
          Set.of("transfer-inspection"),
          Relation.SUPERVISOR,
          Set.of("plan-inspection", "record-inspection"));

  static final Map<Workflow<?>, Map<Relation, Set<String>>> MAY =
      Map.of(
          PlanWorkflow.TABLE,
          MAY_WITH_PLANS,
          TaskWorkflow.TABLE,
          MAY_WITH_TASKS,
          ReportWorkflow.TABLE,
          MAY_WITH_REPORTS,
          InspectionWorkflow.TABLE,
          MAY_WITH_INSPECTIONS);

  static Stream<Arguments> everyStepAsEveryRelation() {
    return MAY.keySet().stream()
        .flatMap(workflow ->
            workflow.steps().stream()
                .flatMap(step ->
                    Arrays.stream(Relation.values())
                        .map(relation -> Arguments.of(workflow.name(), step.command(), relation))));
  }

  @ParameterizedTest
  @MethodSource("everyStepAsEveryRelation")
  void aStepIsOpenToThoseWhoMayInItsStatesAndConditionsAndElseToNobody(
      String workflow, String command, Relation relation) {
    for (Map.Entry<Workflow<?>, Map<Relation, Set<String>>> each : MAY.entrySet()) {
      if (each.getKey().name().equals(workflow)) {
        boolean may = each.getValue().getOrDefault(relation, Set.of()).contains(command);
        isOpenOnlyToThoseWhoMay(each.getKey(), command, relation, may);
      }
    }
  }

  private static <S extends Enum<S>> void isOpenOnlyToThoseWhoMay(
      Workflow<S> workflow, String command, Relation relation, boolean may) {
    Step<S> step = workflow.step(command);
    Set<Condition> all = Set.of(Condition.values());
    for (S state : workflow.states()) {
      boolean now = step.from().contains(state);
      assertThat(outcome(workflow, command, state, relation, all))
          .as("%s, %s", command, state)
          .isEqualTo(may ? now ? null : RefusalCode.INVALID_STATE : RefusalCode.NOT_PERMITTED);
      assertThat(workflow.openTo(state, Set.of(relation), all).contains(command))
          .isEqualTo(may && now);
      for (Condition lacking : step.needs()) {
        Set<Condition> holds = EnumSet.copyOf(all);
        holds.remove(lacking);
        assertThat(outcome(workflow, command, state, relation, holds))
            .isEqualTo(may ? RefusalCode.INVALID_STATE : RefusalCode.NOT_PERMITTED);
        assertThat(workflow.openTo(state, Set.of(relation), holds)).doesNotContain(command);
      }
    }
  }

  private static <S extends Enum<S>> @Nullable RefusalCode outcome(
      Workflow<S> workflow, String command, S state, Relation relation, Set<Condition> holds) {
    try {
      workflow.take(command, state, Set.of(relation), holds);
      return null;
    } catch (Refusal refusal) {
      return refusal.code();
    }
  }

  @Test
  void aRequestIsNeverInBreach() {
    Set<Condition> request = TaskWorkflow.conditions(true, true, false, null);
    assertThat(TaskWorkflow.TABLE.openTo(TaskProgress.ACCEPTED, Set.of(Relation.SYSTEM), request))
        .contains("remind-task")
        .doesNotContain("notice-task-lapse", "escalate-task");
  }

  @Test
  void nobodyAcceptsTheirOwnWork() {
    assertThat(TaskWorkflow.relations(of("SNV"), "SNV", "UBND", "SNV"))
        .containsExactly(Relation.RESPONSIBLE);
    assertThat(
            ReportWorkflow.relations(
                of("SNV"), "SNV", "UBND", "SNV", List.of(new Addressee("UBND", "SNV"))))
        .containsExactly(Relation.RESPONSIBLE);
  }

  @Test
  void unlessAnAgencyChargedItselfAndThereIsNobodyElse() {
    assertThat(TaskWorkflow.relations(of("UBND"), "UBND", "UBND", null))
        .containsExactlyInAnyOrder(Relation.RESPONSIBLE, Relation.ASSIGNER);
    assertThat(TaskWorkflow.relations(of("UBND"), "UBND", "UBND", "PNV"))
        .containsExactly(Relation.RESPONSIBLE);
  }

  @Test
  void auditorsAndOperatorsHaveNoStepAnywhere() {
    for (Role role : List.of(Role.AUDITOR, Role.OPERATOR)) {
      Actor actor = new Actor("x", "X", "SNV", role);
      assertThat(TaskWorkflow.relations(actor, "SNV", "SNV", "SNV")).isEmpty();
      assertThat(ReportWorkflow.relations(actor, "SNV", "SNV", "SNV", List.of())).isEmpty();
      assertThat(
              InspectionWorkflow.relations(
                  actor, "SNV", "SNV", List.of("SNV"), "SNV", "SNV", false))
          .isEmpty();
      assertThat(ObstacleWorkflow.relations(actor, "SNV", "SNV", "SNV")).isEmpty();
      assertThat(ObstacleWorkflow.relationsToNew(actor, "SNV", true)).isEmpty();
      assertThat(BudgetWorkflow.relations(actor, "SNV", "SNV", "SNV")).isEmpty();
      assertThat(TargetWorkflow.relationsToMeasurement(actor, "SNV", "SNV", "SNV")).isEmpty();
      assertThat(ModelWorkflow.relations(actor, "SNV", "SNV", "SNV", "SNV")).isEmpty();
      assertThat(ModelWorkflow.relationsToNew(actor, "SNV", true)).isEmpty();
      assertThat(PlanWorkflow.relations(actor, "SNV", "SNV")).isEmpty();
      assertThat(AgencyWorkflow.relations(actor)).isEmpty();
      assertThat(CalendarWorkflow.relations(actor)).isEmpty();
    }
  }

  @Test
  void everyStateCanBeReachedFromABeginning() {
    for (Workflow<?> workflow : Workflows.ALL) {
      assertThat(reachable(workflow)).as(workflow.name()).containsAll(names(workflow.states()));
    }
  }

  /** A plan goes by the version under which it was issued, so that must stay what it was. */
  @Test
  void theTablesSayWhatIsWrittenDownOfEachVersion() throws IOException {
    for (int version = 1; version <= Workflows.VERSION; version++) {
      assertThat(rows(version))
          .as("Another table is another version: raise Workflows.VERSION, write down its rows")
          .containsExactlyElementsOf(Files.readAllLines(written(version)));
    }
    assertThat(written(Workflows.VERSION + 1)).doesNotExist();
  }

  @Test
  void peopleGoByTheVersionOfTheirPlanAndTheSystemByThePresentOne() {
    for (int version = 1; version <= Workflows.VERSION; version++) {
      for (Workflow<?> present : Workflows.ALL) {
        Workflow<?> then = present.at(version);
        for (Step<?> step : present.steps()) {
          Step<?> was = step.bySystemAlone() ? step : step.at(version);
          if (was == null) {
            assertThat(then.steps()).extracting(Step::command).doesNotContain(step.command());
          } else {
            assertThat((Object) then.step(step.command())).isEqualTo(was);
          }
        }
      }
    }
    assertThat(TaskWorkflow.TABLE.at(null)).isEqualTo(TaskWorkflow.TABLE);
    assertThat(TaskWorkflow.TABLE.at(Workflows.VERSION + 1)).isEqualTo(TaskWorkflow.TABLE);
  }

  @Test
  void anAwardProposedUpwardIsGrantedByTheIssuerOnlyUnderPlansOfBeforeThatWasRuledOut() {
    Set<Relation> issuer = Set.of(Relation.ISSUER);
    Set<Condition> holds = ModelWorkflow.conditions(ModelState.PROPOSED, issuer);
    assertThat(ModelWorkflow.TABLE.at(4).take("reward-model", ModelState.PROPOSED, issuer, holds))
        .isEqualTo(ModelState.REWARDED);
    assertThat(ModelWorkflow.TABLE.at(4).openTo(ModelState.PROPOSED, issuer, holds))
        .contains("reward-model");
    assertThat(ModelWorkflow.TABLE.at(5).openTo(ModelState.PROPOSED, issuer, holds))
        .doesNotContain("reward-model");
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() ->
            ModelWorkflow.TABLE.at(5).take("reward-model", ModelState.PROPOSED, issuer, holds));
  }

  @Test
  void aStepThatCameLaterIsRefusedUnderPlansOfBefore() {
    Workflow<AgencyState> table =
        Workflow.of(
            "made-up",
            AgencyState.class,
            Workflow.begin("begin", AgencyState.REGISTERED, Relation.REGISTRAR),
            Workflow.step(
                    "end",
                    Set.of(AgencyState.REGISTERED),
                    AgencyState.DISSOLVED,
                    Relation.REGISTRAR)
                .since(2));
    Set<Relation> registrar = Set.of(Relation.REGISTRAR);
    assertThat(table.at(2).take("end", AgencyState.REGISTERED, registrar))
        .isEqualTo(AgencyState.DISSOLVED);
    assertThat(table.at(1).openTo(AgencyState.REGISTERED, registrar)).isEmpty();
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> table.at(1).take("end", AgencyState.REGISTERED, registrar))
        .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(RefusalCode.INVALID_STATE));
  }

  private static Path written(int version) {
    return Path.of("src/test/resources/workflows/" + version + ".txt");
  }

  private static List<String> rows(int version) {
    return Workflows.ALL.stream()
        .flatMap(table ->
            table.steps().stream()
                .<Step<?>>map(step -> step.at(version))
                .filter(Objects::nonNull)
                .map(step -> row(table, step)))
        .sorted()
        .toList();
  }

  private static String row(Workflow<?> table, Step<?> step) {
    Enum<?> to = step.to();
    String row =
        "%s: %s from %s to %s by %s needing %s"
            .formatted(
                table.name(),
                step.command(),
                sorted(step.from()),
                to == null ? "the same" : to.name(),
                sorted(step.by()),
                sorted(step.needs()));
    return step.under() == UnderPlan.WHATEVER ? row : row + " under " + step.under();
  }

  private static List<String> sorted(Set<? extends Enum<?>> values) {
    return names(values).stream().sorted().toList();
  }

  private static Set<String> reachable(Workflow<?> workflow) {
    Set<String> reached = new java.util.HashSet<>();
    boolean more = true;
    while (more) {
      more = false;
      for (Step<?> step : workflow.steps()) {
        boolean open =
            step.from().isEmpty() || names(step.from()).stream().anyMatch(reached::contains);
        Enum<?> to = step.to();
        more |= open && to != null && reached.add(to.name());
      }
    }
    return reached;
  }

  private static List<String> names(java.util.Collection<? extends Enum<?>> values) {
    return values.stream().map(value -> (String) value.name()).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/i18n/kernel.properties", "/i18n/kernel_en.properties"})
  void everyStateStepAndRelationHasAName(String bundle) throws Exception {
    Properties messages = new Properties();
    try (var in = WorkflowTest.class.getResourceAsStream(bundle);
        var reader =
            new java.io.InputStreamReader(
                java.util.Objects.requireNonNull(in), java.nio.charset.StandardCharsets.UTF_8)) {
      messages.load(reader);
    }
    Stream<String> keys =
        Workflows.ALL.stream()
            .flatMap(workflow ->
                Stream.of(
                        workflow.states().stream()
                            .map(state -> "state." + workflow.name() + "." + state),
                        workflow.steps().stream().map(step -> "step." + step.command()),
                        workflow.steps().stream()
                            .flatMap(step -> step.by().stream())
                            .map(relation -> "relation." + relation),
                        workflow.steps().stream()
                            .flatMap(step -> step.needs().stream())
                            .map(condition -> "condition." + condition),
                        Stream.of("subject." + workflow.name()))
                    .flatMap(all -> all));
    assertThat(keys).allSatisfy(key -> assertThat(messages).as(bundle).containsKey(key));
  }
}
