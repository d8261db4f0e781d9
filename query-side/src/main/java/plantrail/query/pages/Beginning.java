package plantrail.query.pages;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.Product;
import plantrail.kernel.task.TaskId;
import plantrail.kernel.workflow.BudgetWorkflow;
import plantrail.kernel.workflow.ConsolidationWorkflow;
import plantrail.kernel.workflow.ModelWorkflow;
import plantrail.kernel.workflow.ObstacleWorkflow;
import plantrail.kernel.workflow.PlanWorkflow;
import plantrail.kernel.workflow.Relation;
import plantrail.kernel.workflow.ReportWorkflow;
import plantrail.kernel.workflow.TaskWorkflow;
import plantrail.kernel.workflow.Workflow;
import plantrail.query.consolidations.ConsolidationView;
import plantrail.query.planregister.PlanAnswer;
import plantrail.query.planregister.PlanView;
import plantrail.query.reportmatrix.ReportMatrix;
import plantrail.query.taskboard.TaskView;
import tools.jackson.databind.json.JsonMapper;

/**
 * A step that begins something, as a button of the page that it begins on.
 *
 * @param command the command that takes it
 * @param title title of what it is about
 * @param period label of the period that it is about; null if of none
 * @param given what the page says of it beside what the person enters, as JSON
 */
public record Beginning(String command, String title, @Nullable String period, String given) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static Beginning of(String command, String title, @Nullable String period, Object given) {
    return new Beginning(command, title, period, JSON.writeValueAsString(given));
  }

  /** The consolidations that the reader may begin: of what passes through their agency. */
  static List<Beginning> consolidations(
      Actor me, PlanAnswer plan, ReportMatrix matrix, List<ConsolidationView> made) {
    return matrix.columns().stream()
        .flatMap(column ->
            column.channels().stream()
                .filter(channel ->
                    made.stream()
                        .noneMatch(each ->
                            each.rule().equals(column.rule())
                                && each.period().equals(column.period())
                                && each.channel().equals(channel)))
                .flatMap(channel ->
                    ConsolidationWorkflow.TABLE
                        .at(plan.workflows())
                        .openTo(
                            null,
                            ConsolidationWorkflow.relationsToNew(me, channel, true),
                            Set.of(),
                            plan.plan().status())
                        .stream()
                        .map(command ->
                            of(
                                command,
                                column.title(),
                                column.period(),
                                Map.of(
                                    "planId", matrix.plan(),
                                    "rule", column.rule(),
                                    "period", column.period(),
                                    "channel", channel)))))
        .toList();
  }

  /** The calls for reports on demand that the reader may make. */
  static List<Beginning> calls(Actor me, PlanAnswer answer) {
    PlanView plan = answer.plan();
    return answer.reportingRules().stream()
        .filter(rule -> rule.frequency() == Frequency.ON_DEMAND)
        .flatMap(rule ->
            ReportWorkflow.TABLE
                .at(answer.workflows())
                .openTo(
                    null,
                    ReportWorkflow.relationsToNew(me, plan.issuer(), plan.focal()),
                    Set.of(),
                    plan.status())
                .stream()
                .filter(StepForm::hasPanel)
                .map(command ->
                    of(
                        command,
                        rule.title(),
                        null,
                        Map.of("planId", plan.id(), "rule", rule.id()))))
        .toList();
  }

  /** What the reader may begin of a plan's money. */
  static List<Beginning> budgets(Actor me, PlanAnswer answer) {
    PlanView plan = answer.plan();
    return BudgetWorkflow.TABLE
        .at(answer.workflows())
        .openTo(
            null, PlanWorkflow.relations(me, plan.issuer(), plan.focal()), Set.of(), plan.status())
        .stream()
        .map(command -> of(command, plan.title(), null, Map.of("planId", plan.id())))
        .toList();
  }

  /** What a called-off duty is charged with again, but its last timely day. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  private record Charge(
      String planId,
      String duty,
      @Nullable String item,
      String title,
      String agency,
      List<DutyRole> roles,
      @Nullable String partners,
      @Nullable Product creates) {}

  /**
   * The charging again of a duty that was called off, for whoever may charge with it. What has come
   * to another agency begins otherwise.
   */
  static List<Beginning> again(Actor me, TaskView task) {
    boolean begins =
        task.progress().mayBeginAnew(task.parentTask(), task.inspection())
            && TaskId.of(task.plan(), task.duty(), task.agency()).value().equals(task.id());
    return !begins
        ? List.of()
        : begun(
                TaskWorkflow.TABLE,
                task,
                TaskWorkflow.relationsToNew(me, task.assigner(), task.focal()))
            .map(command ->
                of(
                    command,
                    task.title(),
                    null,
                    new Charge(
                        task.plan(),
                        task.duty(),
                        task.item(),
                        task.title(),
                        task.agency(),
                        task.roles(),
                        task.partners(),
                        task.creates())))
            .toList();
  }

  /**
   * What the reader may begin of a task: raise an obstacle, register the model that it asks for.
   */
  static List<Beginning> ofTask(Actor me, TaskView task) {
    Stream<String> obstacle =
        begun(
            ObstacleWorkflow.TABLE, task, ObstacleWorkflow.relationsToNew(me, task.agency(), true));
    Stream<String> model =
        task.creates() == Product.MODEL
            ? begun(
                ModelWorkflow.TABLE, task, ModelWorkflow.relationsToNew(me, task.agency(), true))
            : Stream.of();
    return Stream.concat(obstacle, model)
        .map(command ->
            of(
                command,
                task.title(),
                null,
                Map.of("planId", task.plan(), "taskId", task.id(), "agency", task.agency())))
        .toList();
  }

  /** What whoever stands so may begin under the task's plan. */
  private static Stream<String> begun(
      Workflow<?> workflow, TaskView task, Set<Relation> relations) {
    return workflow
        .at(task.workflows())
        .openTo(null, relations, Set.of(), task.planStatus())
        .stream();
  }
}
