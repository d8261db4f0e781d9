package plantrail.query.pages;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import plantrail.kernel.plan.PlanStatus;
import plantrail.kernel.workflow.BudgetWorkflow;
import plantrail.kernel.workflow.ConsolidationWorkflow;
import plantrail.kernel.workflow.ModelWorkflow;
import plantrail.kernel.workflow.ObstacleWorkflow;
import plantrail.kernel.workflow.PlanWorkflow;
import plantrail.kernel.workflow.ReportWorkflow;
import plantrail.kernel.workflow.Step;
import plantrail.kernel.workflow.TargetWorkflow;
import plantrail.kernel.workflow.TaskWorkflow;
import plantrail.kernel.workflow.Workflow;

/**
 * The panel in which a person takes a step of a workflow on a row. Which steps there are is the
 * workflow's matter; only what each asks for is said here.
 *
 * @param command the command that takes the step
 * @param given names of the command's fields that the page knows: the row's identifier, or what
 *     something new is about, see {@link Beginning}
 * @param fields what else it asks for, in order; beside these any step may state its day
 */
public record StepForm(String command, List<String> given, List<Field> fields) {

  /**
   * A field of a command.
   *
   * @param required whether the command is refused without it
   */
  public record Field(String name, Kind kind, boolean required) {}

  /** How a field is entered. */
  public enum Kind {
    TEXT,
    LINE,
    PERCENT,
    /** One of the kinds of awards. */
    AWARD,
    YEAR,
    /** A number with decimals. */
    NUMBER,
    DAY,
    /** Files that are uploaded before the step is taken. */
    FILES,
    /** An agency, found by its name. */
    AGENCY,
    /** A plan, found by its document or title. */
    PLAN,
    /** A model, found by its title. */
    MODEL,
    /** Agencies, each found by its name; none for those that the rule names. */
    AGENCIES,
    /** Agencies that each get a part, with its weight. */
    PARTS,
    /** One of a few, which the page knows by the field's name. */
    CHOICE,
    /** The indicators of a report's form, each with its value. */
    FIGURES,
    /** Figures that say themselves what they are. */
    STATED
  }

  private static final Field NOTE = new Field("note", Kind.TEXT, false);
  private static final Field AMOUNT = new Field("amount", Kind.NUMBER, true);
  private static final Field REASON = new Field("reason", Kind.TEXT, true);

  /** What may be stated of any step that did not happen as it is entered. */
  private static final List<Field> OCCURRENCE =
      List.of(
          new Field("happenedOn", Kind.DAY, false),
          new Field("backdatingReason", Kind.LINE, false));

  private static final Field BASIS = new Field("basis", Kind.LINE, false);
  private static final Field RESTS_ON = new Field("basis", Kind.LINE, true);
  private static final Field FILES = new Field("attachments", Kind.FILES, false);
  private static final Field STATED = new Field("figures", Kind.STATED, false);
  private static final Field WHY = new Field("reason", Kind.TEXT, false);

  private static final Map<String, List<Field>> FIELDS =
      Map.ofEntries(
          entry("assign-task", List.of(new Field("due", Kind.DAY, false), WHY, BASIS)),
          entry("accept-task", List.of()),
          entry("decline-task", List.of(REASON)),
          entry(
              "report-progress",
              List.of(new Field("percent", Kind.PERCENT, true), NOTE, STATED, FILES)),
          entry("submit-task-result", List.of(new Field("result", Kind.TEXT, true), FILES, WHY)),
          entry("delegate-task", List.of(new Field("parts", Kind.PARTS, true))),
          entry("request-extension", List.of(new Field("newDue", Kind.DAY, true), REASON, BASIS)),
          entry("accept-task-result", List.of(NOTE)),
          entry("return-task-result", List.of(REASON)),
          entry("grant-extension", List.of(new Field("newDue", Kind.DAY, false), WHY, BASIS)),
          entry("refuse-extension", List.of(REASON)),
          entry("urge-task", List.of(new Field("text", Kind.TEXT, true))),
          entry("reassign-task", List.of(new Field("agency", Kind.AGENCY, true), REASON, RESTS_ON)),
          entry("reopen-task", List.of(REASON)),
          entry("cancel-task", List.of(REASON, RESTS_ON, new Field("from", Kind.DAY, false))),
          entry(
              "submit-report",
              List.of(
                  new Field("content", Kind.TEXT, true),
                  new Field("figures", Kind.FIGURES, false))),
          entry(
              "open-reports",
              List.of(
                  new Field("title", Kind.LINE, false),
                  new Field("period", Kind.LINE, false),
                  new Field("due", Kind.DAY, false),
                  new Field("reporters", Kind.AGENCIES, false),
                  WHY,
                  BASIS)),
          entry("accept-report", List.of(NOTE)),
          entry("return-report", List.of(REASON)),
          entry("urge-report", List.of(new Field("text", Kind.TEXT, true))),
          entry("waive-report", List.of(REASON, RESTS_ON)),
          entry("withdraw-report", List.of(REASON, RESTS_ON, new Field("from", Kind.DAY, false))),
          entry("consolidate-reports", List.of(new Field("content", Kind.TEXT, false))),
          entry("renew-consolidation", List.of(new Field("dropReason", Kind.TEXT, false))),
          entry(
              "correct-consolidation",
              List.of(
                  new Field("figures", Kind.FIGURES, false),
                  new Field("content", Kind.TEXT, false),
                  REASON)),
          entry("forward-consolidation", List.of(NOTE)),
          entry("return-consolidation", List.of(REASON)),
          entry(
              "raise-obstacle",
              List.of(new Field("title", Kind.LINE, true), new Field("detail", Kind.TEXT, false))),
          entry(
              "record-measurement",
              List.of(
                  new Field("agency", Kind.LINE, true),
                  new Field("day", Kind.DAY, true),
                  new Field("value", Kind.NUMBER, true),
                  new Field("lastYear", Kind.NUMBER, false),
                  NOTE)),
          entry(
              "correct-measurement",
              List.of(
                  new Field("agency", Kind.LINE, true),
                  new Field("day", Kind.DAY, true),
                  new Field("value", Kind.NUMBER, true),
                  new Field("lastYear", Kind.NUMBER, false),
                  REASON)),
          entry("withdraw-target", List.of(REASON, RESTS_ON)),
          entry(
              "register-model",
              List.of(
                  new Field("year", Kind.YEAR, true),
                  new Field("title", Kind.LINE, true),
                  new Field("field", Kind.LINE, false),
                  new Field("origin", Kind.MODEL, false))),
          entry(
              "allocate-budget",
              List.of(
                  new Field("agency", Kind.LINE, true),
                  new Field("item", Kind.LINE, false),
                  new Field("source", Kind.LINE, true),
                  AMOUNT,
                  RESTS_ON)),
          entry(
              "disburse-funds",
              List.of(
                  new Field("voucher", Kind.LINE, true),
                  AMOUNT,
                  new Field("purpose", Kind.TEXT, false))),
          entry(
              "correct-disbursement",
              List.of(new Field("voucher", Kind.LINE, true), AMOUNT, REASON)),
          entry("correct-allocation", List.of(AMOUNT, REASON, RESTS_ON)),
          entry("build-model", List.of(new Field("result", Kind.TEXT, true))),
          entry("assess-model", List.of(new Field("assessment", Kind.TEXT, true))),
          entry("recognise-model", List.of(BASIS)),
          entry(
              "reward-model",
              List.of(
                  new Field("award", Kind.AWARD, true),
                  new Field("decision", Kind.LINE, true),
                  new Field("decidedOn", Kind.DAY, true),
                  new Field("recipient", Kind.LINE, false))),
          entry(
              "propose-model",
              List.of(
                  new Field("to", Kind.LINE, true), new Field("award", Kind.AWARD, true), BASIS)),
          entry(
              "replicate-model",
              List.of(new Field("agency", Kind.LINE, true), new Field("year", Kind.YEAR, true))),
          entry("decline-proposal", List.of(REASON)),
          entry("withdraw-model", List.of(REASON)),
          entry("answer-obstacle", List.of(new Field("answer", Kind.TEXT, true))),
          entry("pass-on-obstacle", List.of(new Field("holder", Kind.AGENCY, true), NOTE)),
          entry("close-obstacle", List.of(new Field("remains", Kind.TEXT, false))),
          entry("submit-plan", List.of(NOTE)),
          entry("return-plan", List.of(REASON)),
          entry(
              "issue-draft",
              List.of(
                  new Field("number", Kind.LINE, true),
                  new Field("symbol", Kind.LINE, true),
                  new Field("issueDate", Kind.DAY, true))),
          entry(
              "review-plan",
              List.of(
                  new Field("review", Kind.CHOICE, true),
                  new Field("text", Kind.TEXT, true),
                  STATED)),
          entry("suspend-plan", List.of(REASON, RESTS_ON)),
          entry(
              "resume-plan", List.of(new Field("dueMoments", Kind.CHOICE, true), REASON, RESTS_ON)),
          entry("conclude-plan", List.of(new Field("conclusion", Kind.TEXT, true))),
          entry("supersede-plan", List.of(new Field("by", Kind.PLAN, true), REASON, BASIS)),
          entry("revoke-plan", List.of(REASON, RESTS_ON)));

  private static final Map<String, List<String>> GIVEN =
      Map.of(
          "assign-task",
              List.of("planId", "duty", "item", "title", "agency", "roles", "partners", "creates"),
          "open-reports", List.of("planId", "rule"),
          "consolidate-reports", List.of("planId", "rule", "period", "channel"),
          "raise-obstacle", List.of("planId", "taskId", "agency"),
          "register-model", List.of("planId", "taskId", "agency"),
          "allocate-budget", List.of("planId"));

  /** The steps of a plan that are taken on its draft. */
  private static final Set<PlanStatus> DRAFTED =
      Set.of(PlanStatus.DRAFT, PlanStatus.AWAITING_SIGNATURE);

  /** Steps that state a whole document or a list: programs take them, no panel does. */
  private static final Set<String> WHOLE_DOCUMENTS =
      Set.of(
          "draft-plan",
          "issue-plan",
          "revise-plan",
          "amend-plan",
          "open-report",
          "set-target",
          "change-target");

  private static final Set<String> TAKING_BACK =
      Set.of("reopen-task", "withdraw-model", "cancel-inspection");

  /** The panels of all steps that people take on a row, by what the row shows. */
  public static final Map<String, List<StepForm>> ALL =
      Map.ofEntries(
          entry("task", of("task", of(TaskWorkflow.TABLE, false))),
          entry("charge", of("task", of(TaskWorkflow.TABLE, true))),
          entry("report", of("report", of(ReportWorkflow.TABLE, false))),
          entry("call", of("report", of(ReportWorkflow.TABLE, true))),
          entry("consolidation", of("consolidation", ConsolidationWorkflow.TABLE.steps())),
          entry("obstacle", of("obstacle", ObstacleWorkflow.TABLE.steps())),
          entry("target", of("target", TargetWorkflow.TABLE.steps())),
          entry("budget", of("budget", BudgetWorkflow.TABLE.steps())),
          entry("model", of("model", ModelWorkflow.TABLE.steps())),
          entry("draft", of("draft", ofPlan(DRAFTED::containsAll))),
          entry("plan", of("plan", ofPlan(from -> !DRAFTED.containsAll(from)))));

  /** The steps that begin something, or those that are taken of what has begun. */
  private static <S extends Enum<S>> List<Step<S>> of(Workflow<S> workflow, boolean begin) {
    return workflow.steps().stream().filter(step -> step.from().isEmpty() == begin).toList();
  }

  private static List<Step<PlanStatus>> ofPlan(Predicate<Set<PlanStatus>> from) {
    return PlanWorkflow.TABLE.steps().stream().filter(step -> from.test(step.from())).toList();
  }

  private static List<StepForm> of(String row, List<? extends Step<?>> steps) {
    return steps.stream()
        .filter(step -> !step.bySystemAlone())
        .filter(step -> hasPanel(step.command()))
        .map(step ->
            new StepForm(
                step.command(),
                step.from().isEmpty()
                    ? GIVEN.getOrDefault(step.command(), List.of())
                    : List.of(row + "Id"),
                Objects.requireNonNull(FIELDS.get(step.command()), step.command())))
        .toList();
  }

  /** The fields for a step that happened on another day. */
  public List<Field> occurrence() {
    return OCCURRENCE;
  }

  static boolean hasPanel(String command) {
    return !WHOLE_DOCUMENTS.contains(command);
  }

  /** Whether a step only takes back what was done or begun: it is open, and nobody waits for it. */
  public static boolean takesBack(String command) {
    return TAKING_BACK.contains(command);
  }

  /** Those of the steps that are taken in a panel, the likely next one first. */
  public static List<String> inPanels(List<String> steps) {
    return steps.stream().filter(StepForm::hasPanel).toList();
  }
}
