package plantrail.query.planregister;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.LegalBasis;
import plantrail.kernel.plan.Recipient;
import plantrail.kernel.plan.ReportingRule;
import plantrail.kernel.plan.RulesInForce;
import plantrail.kernel.plan.Signer;
import plantrail.kernel.plan.TargetLine;
import plantrail.query.platform.AsOf;
import plantrail.query.platform.Counts;

/**
 * A plan in full.
 *
 * @param items its headings and clauses, in the plan's order
 * @param subPlans the plans that carry it out, as far as the reader sees them
 * @param versions its versions, the first one first
 * @param reviews its reviews in the order in which they were recorded
 * @param supersededBy identifier of the plan that took its place; null if none did
 * @param rulesInForce what the system went by when it was issued, and goes by for it since; null if
 *     that was not recorded then
 * @param steps what the reader may do now
 */
public record PlanAnswer(
    @JsonUnwrapped PlanView plan,
    @Nullable String place,
    @Nullable Signer signer,
    List<ItemView> items,
    List<AssignmentRule> assignments,
    List<ReportingRule> reportingRules,
    List<TargetLine> targets,
    List<LegalBasis> legalBases,
    List<Recipient> recipients,
    List<SubPlan> subPlans,
    List<PlanVersion> versions,
    List<PlanReview> reviews,
    @Nullable String supersededBy,
    @Nullable RulesInForce rulesInForce,
    List<String> steps,
    AsOf asOf) {

  /** Version of the workflow tables by which it goes; null if that was not recorded. */
  public @Nullable Integer workflows() {
    return rulesInForce == null ? null : rulesInForce.workflows();
  }

  /**
   * A heading or clause.
   *
   * @param outline outline number; {@code II.4} lies under {@code II}
   * @param parent outline number of the item above; empty at the top
   * @param tasks the tasks of this item and of those below it, as far as the reader sees them
   */
  public record ItemView(String outline, String parent, String title, Counts tasks) {}

  /** A plan that carries this one out. */
  public record SubPlan(
      String id,
      String document,
      String title,
      String issuer,
      @Nullable String issuerName,
      LocalDate issueDate) {}
}
