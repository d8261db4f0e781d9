package plantrail.command.model.registermodel;

import java.util.List;
import java.util.Objects;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.Command;
import plantrail.command.model.domain.Model;
import plantrail.command.model.domain.Models;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Check;
import plantrail.command.platform.Concern;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.command.task.domain.Task;
import plantrail.command.task.domain.Tasks;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.message.Role;
import plantrail.kernel.model.ModelEvent;
import plantrail.kernel.model.ModelId;
import plantrail.kernel.model.ModelRegistered;
import plantrail.kernel.model.ModelState;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.workflow.ModelWorkflow;

/**
 * Registers a model that an agency will build, for a year of a plan.
 *
 * @param agency code of the agency that builds it, which is the one acted for
 * @param year year for which it is registered
 * @param title what it is called
 * @param field what it is about
 * @param taskId the agency's task that it carries out
 * @param origin identifier of the model that it copies
 */
public record RegisterModel(
    String planId,
    String agency,
    int year,
    String title,
    @Nullable String field,
    @Nullable String taskId,
    @Nullable String origin)
    implements Command {

  @TargetAggregateIdentifier
  public ModelId modelId() {
    return ModelId.of(planId, agency, year, title);
  }

  public List<ModelEvent> decide(
      @Nullable Model model,
      Actor actor,
      Occurrence when,
      Plans plans,
      Tasks tasks,
      Models models,
      Agencies agencies) {
    boolean copy = actor.role() == Role.SYSTEM;
    PlanIssued plan = plans.get(planId);
    ModelWorkflow.TABLE
        .at(plan.workflows())
        .permit(
            "register-model",
            ModelWorkflow.relationsToNew(
                actor, agency, Concern.of(plan, agency, when.day(), agencies)));
    // A copy was decided upon while the plan was in force.
    if (!copy) {
      plans.demand("register-model", plan);
    }
    if (model != null) {
      return repeated(model);
    }
    when.check(plan.issueDate())
        .text(title, "title", Check.LINE)
        .text(field, "field", Check.LINE)
        .text(origin, "origin", Check.LINE)
        .that(
            plan.issueDate().getYear() <= year && Check.isYear(year),
            "year",
            "field.before-issue",
            Integer.toString(year),
            plan.issueDate().toString())
        .that(
            copy || year <= plan.lastYear(when.day()),
            "year",
            "field.after-last-year",
            Integer.toString(plan.lastYear(when.day())))
        .that(ownTask(tasks), "taskId", "field.unknown-task", String.valueOf(taskId))
        .that(
            origin == null || models.find(origin) != null,
            "origin",
            "field.unknown-model",
            String.valueOf(origin))
        .done();
    return List.of(
        new ModelRegistered(
            modelId().value(),
            planId,
            plan.document(),
            agency,
            year,
            title,
            field,
            taskId,
            origin,
            plan.issuer(),
            plan.focal(),
            when.day()));
  }

  private List<ModelEvent> repeated(Model model) {
    ModelRegistered registered = model.registered();
    if (model.state() != ModelState.WITHDRAWN
        && Objects.equals(registered.field(), field)
        && Objects.equals(registered.taskId(), taskId)
        && Objects.equals(registered.origin(), origin)) {
      return List.of();
    }
    throw Refusal.of(RefusalCode.ALREADY_EXISTS, "refusal.model-exists", title, agency);
  }

  private boolean ownTask(Tasks tasks) {
    if (taskId == null) {
      return true;
    }
    Task task = tasks.find(taskId);
    return task != null && task.plan().equals(planId) && task.agency().equals(agency);
  }
}
