package plantrail.standalone.sample;

import plantrail.command.plan.issueplan.IssuePlan;

/** A plan of the sample with what is told of its life. */
record SamplePlan(IssuePlan issue, PlanLife life) {}
