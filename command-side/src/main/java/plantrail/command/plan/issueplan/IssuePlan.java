package plantrail.command.plan.issueplan;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.Command;
import plantrail.command.plan.Validation;
import plantrail.command.plan.domain.Plan;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.command.platform.Rules;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.Item;
import plantrail.kernel.plan.LegalBasis;
import plantrail.kernel.plan.PlanContent;
import plantrail.kernel.plan.PlanEvent;
import plantrail.kernel.plan.PlanId;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.Recipient;
import plantrail.kernel.plan.ReportingRule;
import plantrail.kernel.plan.Signer;
import plantrail.kernel.plan.TargetLine;
import plantrail.kernel.workflow.PlanWorkflow;

/** Issues a signed and numbered plan. For the fields see {@link PlanIssued}. */
public record IssuePlan(
    String kind,
    String number,
    String symbol,
    LocalDate issueDate,
    String issuer,
    String title,
    @Nullable String place,
    @Nullable Signer signer,
    @Nullable LocalDate periodFrom,
    @Nullable LocalDate periodTo,
    @Nullable String focal,
    @Nullable String parent,
    List<Item> items,
    List<AssignmentRule> assignments,
    List<ReportingRule> reportingRules,
    List<TargetLine> targets,
    List<LegalBasis> legalBases,
    List<Recipient> recipients)
    implements Command {

  @TargetAggregateIdentifier
  public PlanId planId() {
    return PlanId.of(issuer, issueDate.getYear(), number, symbol);
  }

  @Override
  public LocalDate happenedOn() {
    return issueDate;
  }

  public List<PlanEvent> decide(
      @Nullable Plan plan,
      Actor actor,
      Occurrence when,
      Agencies agencies,
      Plans plans,
      Rules rules) {
    PlanWorkflow.TABLE.permit("issue-plan", PlanWorkflow.relations(actor, issuer, focal));
    Validation.issue(new Check(), content(), plan != null, when, agencies, plans);
    return List.of(PlanIssued.of(content(), rules.inForce()));
  }

  private PlanContent content() {
    return new PlanContent(
        kind,
        number,
        symbol,
        issueDate,
        issuer,
        title,
        place,
        signer,
        periodFrom,
        periodTo,
        focal,
        parent,
        items,
        assignments,
        reportingRules,
        targets,
        legalBases,
        recipients);
  }
}
