package plantrail.command.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import plantrail.command.Command;
import plantrail.command.CommandSideTest;
import plantrail.command.Given;
import plantrail.command.Refused;
import plantrail.command.StepCommand;
import plantrail.command.budget.correctallocation.CorrectAllocation;
import plantrail.command.budget.disbursefunds.DisburseFunds;
import plantrail.command.inspection.begininspection.BeginInspection;
import plantrail.command.model.buildmodel.BuildModel;
import plantrail.command.plan.revokeplan.RevokePlan;
import plantrail.command.target.withdrawtarget.WithdrawTarget;
import plantrail.kernel.budget.BudgetId;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.inspection.InspectionId;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.model.ModelId;
import plantrail.kernel.plan.PlanId;
import plantrail.kernel.target.TargetId;
import plantrail.kernel.workflow.Relation;
import plantrail.kernel.workflow.Step;
import plantrail.kernel.workflow.Workflow;
import plantrail.kernel.workflow.Workflows;
import plantrail.platform.problem.Texts;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Nothing is forgotten: tables, commands, handlers and texts belong together. */
class WiringIT extends CommandSideTest {
  @Autowired private CommandRegistry registry;
  @Autowired private Texts texts;
  @Autowired private EventStore events;

  @Test
  void everyStepOfEveryWorkflowHasACommandAndEveryCommandAStep() {
    Stream<String> steps =
        Workflows.ALL.stream().map(Workflow::steps).flatMap(List::stream).map(Step::command);
    assertThat(steps).containsExactlyInAnyOrderElementsOf(registry.all().keySet());
  }

  @Test
  void nothingIsSaidToHaveHappenedInTheFutureNorLongAgoWithoutAReasonWhateverTheCommand() {
    LocalDate toCome = LocalDate.now(LocalTime.ZONE).plusDays(2);
    LocalDate longAgo = LocalDate.now(LocalTime.ZONE).minusDays(19);
    Actor actor = Given.official(Given.PROVINCE);
    List<String> withADayOfTheirOwn = new ArrayList<>();
    registry
        .all()
        .forEach((name, type) -> {
          if (CommandReader.beside(type).noneMatch(each -> each.getName().equals(Occurrence.DAY))) {
            withADayOfTheirOwn.add(name);
            return;
          }
          Command example =
              new CommandReader().read(type, CommandExamplesTest.example(name)).command();
          Refused.forFields(() -> commands.give(example, actor, toCome, null), Occurrence.DAY);
          Refused.forFields(() -> commands.give(example, actor, longAgo, null), Occurrence.REASON);
        });
    assertThat(withADayOfTheirOwn).containsExactly("record-inspection");
  }

  @Test
  void nothingBeginsUnderAPlanThatIsOver() {
    Actor issuer = Given.official(Given.PROVINCE);
    String over = Given.issue(commands, Given.issuePlan("9901")).id();
    commands.give(new RevokePlan(new PlanId(over), "Không còn phù hợp", "Quyết định 9902"), issuer);
    List<String> begun = new ArrayList<>();
    // A mandate, which is about a person, may name any plan that limits it. Nobody may consolidate
    // what is not owed through them: of that EveryStepAsEverybodyTest tells.
    for (Step<?> step :
        Workflows.ALL.stream().<Step<?>>flatMap(each -> each.steps().stream()).toList()) {
      ObjectNode example = exampleHere(step.command());
      if (step.from().isEmpty()
          && !Set.of("grant-mandate", "consolidate-reports").contains(step.command())
          && example.has("planId")) {
        example.put("planId", over);
        Command command =
            new CommandReader()
                .read(Objects.requireNonNull(registry.find(step.command())), example)
                .command();
        Actor whoMay = whoMay(step, example);
        Refused.with(RefusalCode.INVALID_STATE, () -> commands.give(command, whoMay));
        begun.add(step.command());
      }
    }
    assertThat(begun)
        .containsExactlyInAnyOrder(
            "assign-task",
            "open-report",
            "open-reports",
            "plan-inspection",
            "record-inspection",
            "raise-obstacle",
            "register-model",
            "set-target",
            "allocate-budget");
  }

  @Test
  void whatBeginsUnderAPlanGoesByItsVersionOfTheWorkflows() {
    String plan = PinnedWorkflowIT.issuedUnder(4, "9904", events);
    List<String> begun = new ArrayList<>();
    for (Step<?> step :
        Workflows.ALL.stream().<Step<?>>flatMap(each -> each.steps().stream()).toList()) {
      ObjectNode example = exampleHere(step.command());
      // Reports are opened under a rule of the plan and consolidated once they are owed: of both
      // ConsolidateAtOnceIT tells.
      if (step.from().isEmpty()
          && !Set.of("grant-mandate", "consolidate-reports", "open-report", "open-reports")
              .contains(step.command())
          && example.has("planId")) {
        String id = begin(step.command(), plan, whoMay(step, example));
        assertThat(PinnedWorkflowIT.versions(id, events)).as(step.command()).containsExactly("4");
        begun.add(step.command());
      }
    }
    assertThat(begun).hasSize(7);
  }

  private static Actor whoMay(Step<?> step, ObjectNode example) {
    return example.has("inspector")
        ? Given.official(example.get("inspector").stringValue())
        : Given.official(
            step.by().contains(Relation.RESPONSIBLE)
                ? example.get("agency").stringValue()
                : Given.PROVINCE);
  }

  @Test
  void whatDemandsSomethingOfItsPlanIsRefusedOnceThatIsRevoked() {
    Actor issuer = Given.official(Given.PROVINCE);
    Actor district = Given.official(Given.DISTRICT);
    String plan = Given.issue(commands, Given.issuePlan("9903")).id();
    TargetId target = new TargetId(begin("set-target", plan, issuer));
    BudgetId budget = new BudgetId(begin("allocate-budget", plan, issuer));
    ModelId model = new ModelId(begin("register-model", plan, district));
    InspectionId inspection =
        new InspectionId(begin("plan-inspection", plan, Given.official(Given.HOME_AFFAIRS)));
    commands.give(new RevokePlan(new PlanId(plan), "Không còn phù hợp", "Quyết định 9902"), issuer);
    Map.<StepCommand<?, ?>, Actor>of(
            new WithdrawTarget(target, "Thay", "CV 3"), issuer,
            new CorrectAllocation(budget, 900, "Cắt giảm", "CV 812"), issuer,
            new DisburseFunds(budget, "UNC 1", 1, null), Given.official(Given.HOME_AFFAIRS),
            new BuildModel(model, "Ba tuyến"), district,
            new BeginInspection(inspection), Given.official(Given.HOME_AFFAIRS))
        .forEach((step, actor) ->
            assertThat(
                    Refused.with(RefusalCode.INVALID_STATE, () -> commands.give(step, actor))
                        .messageKey())
                .as("%s", step)
                .isEqualTo("field.plan-not-in-force"));
  }

  private String begin(String name, String plan, Actor actor) {
    ObjectNode example = exampleHere(name);
    example.put("planId", plan);
    return commands
        .give(
            new CommandReader()
                .read(Objects.requireNonNull(registry.find(name)), example)
                .command(),
            actor)
        .id();
  }

  /** The example of the command of that name, with the agencies and the year of these plans. */
  private static ObjectNode exampleHere(String name) {
    String there = CommandExamplesTest.example(name).toString();
    ObjectNode here =
        (ObjectNode)
            JsonMapper.shared()
                .readTree(
                    there
                        .replaceAll("CBA\\.0\\d+", Given.DISTRICT)
                        .replaceAll("CBA\\b", Given.PROVINCE));
    if (here.has("year")) {
      here.put("year", Given.ISSUED.getYear());
    }
    return here;
  }

  @Test
  void everyMessageOfADecisionStandsInBothLanguages() throws Exception {
    List<String> keys;
    try (Stream<java.nio.file.Path> sources =
        java.nio.file.Files.walk(java.nio.file.Path.of("src/main/java"))) {
      keys =
          sources
              .filter(path -> path.toString().endsWith(".java"))
              .flatMap(WiringIT::keys)
              .distinct()
              .toList();
    }
    assertThat(keys).hasSizeGreaterThan(30);
    for (Locale locale : List.of(Texts.VIETNAMESE, Locale.ENGLISH)) {
      assertThat(keys).allSatisfy(key -> assertThat(texts.of(locale, key)).isNotEqualTo(key));
    }
    assertThat(keys)
        .allSatisfy(key ->
            assertThat(texts.of(Locale.ENGLISH, key))
                .isNotEqualTo(texts.of(Texts.VIETNAMESE, key)));
  }

  private static Stream<String> keys(java.nio.file.Path source) {
    try {
      return Pattern.compile("\"((?:refusal|field)\\.[a-z-]+)\"")
          .matcher(java.nio.file.Files.readString(source))
          .results()
          .map(match -> match.group(1));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
