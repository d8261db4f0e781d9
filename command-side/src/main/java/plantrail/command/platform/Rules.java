package plantrail.command.platform;

import plantrail.kernel.plan.RulesInForce;

/** What the system goes by at present. */
public interface Rules {
  /** What a plan that is issued now keeps. */
  RulesInForce inForce();
}
