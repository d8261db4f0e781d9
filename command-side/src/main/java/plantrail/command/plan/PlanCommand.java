package plantrail.command.plan;

import plantrail.command.StepCommand;
import plantrail.command.plan.domain.Plan;
import plantrail.kernel.plan.PlanEvent;

/** A step of a plan that was issued. */
public interface PlanCommand extends StepCommand<Plan, PlanEvent> {}
