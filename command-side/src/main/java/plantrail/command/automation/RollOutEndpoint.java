package plantrail.command.automation;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import plantrail.command.platform.Plans;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.workflow.PlanWorkflow;
import plantrail.platform.problem.Texts;

/** How far the opening of a plan's duties has come, over HTTP. */
@RestController
class RollOutEndpoint {
  private final RollOuts rollOuts;
  private final Plans plans;
  private final Texts texts;

  RollOutEndpoint(RollOuts rollOuts, Plans plans, Texts texts) {
    this.rollOuts = rollOuts;
    this.plans = plans;
    this.texts = texts;
  }

  /**
   * How far all changes of a plan have been carried out on its duties.
   *
   * @param done duties that were opened or adjusted
   * @param total all that were counted so far
   * @param finished whether nothing is left to do
   * @param failing whether it does not go on at present; it is tried again
   * @param message what whoever watches over the plan should know; null if nothing
   */
  record Progress(
      String planId,
      int done,
      int total,
      boolean finished,
      boolean failing,
      @Nullable String message) {}

  /** For the issuer, the focal agency, auditors and those who run the system. */
  @GetMapping("/api/roll-outs/{planId}")
  Progress getRollOut(Actor actor, @PathVariable String planId, Locale locale) {
    PlanIssued plan = plans.get(planId);
    if (!PlanWorkflow.watches(actor, plan.issuer(), plan.focal())) {
      throw Refusal.notFound(planId);
    }
    List<RollOuts.State> all = rollOuts.all(planId);
    int done = all.stream().mapToInt(RollOuts.State::done).sum();
    int total =
        all.stream().map(RollOuts.State::total).mapToInt(each -> each == null ? 0 : each).sum();
    boolean finished = !all.isEmpty() && all.stream().allMatch(RollOuts.State::finished);
    boolean failing = all.stream().anyMatch(RollOuts.State::failing);
    String key =
        failing
            ? "roll-out.failing"
            : !finished ? "roll-out.going-on" : total == 0 && asks(plan) ? "roll-out.nobody" : null;
    return new Progress(
        planId,
        done,
        total,
        finished,
        failing,
        key == null
            ? null
            : texts.of(locale, key, Integer.toString(done), Integer.toString(total)));
  }

  /** Whether something should have followed from it by itself. */
  private static boolean asks(PlanIssued plan) {
    return !plan.assignments().isEmpty()
        || plan.reportingRules().stream().anyMatch(rule -> rule.frequency() != Frequency.ON_DEMAND);
  }
}
