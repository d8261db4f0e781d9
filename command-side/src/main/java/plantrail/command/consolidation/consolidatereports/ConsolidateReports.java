package plantrail.command.consolidation.consolidatereports;

import java.util.List;
import java.util.Objects;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.Command;
import plantrail.command.consolidation.domain.Channel;
import plantrail.command.consolidation.domain.Consolidation;
import plantrail.command.consolidation.domain.Intake;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.command.report.domain.OwedReports;
import plantrail.command.report.domain.Report;
import plantrail.kernel.consolidation.ConsolidationEvent;
import plantrail.kernel.consolidation.ConsolidationId;
import plantrail.kernel.consolidation.Gathered;
import plantrail.kernel.consolidation.ReportsConsolidated;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.workflow.ConsolidationWorkflow;

/**
 * A channel agency makes one report of what has come in for a period. Who has not handed in is
 * named in it; it can be made anew as more comes in.
 *
 * @param planId the plan
 * @param rule mark of the plan's reporting rule
 * @param period the period, for example 2024-Q3
 * @param channel code of the agency that consolidates, which is the one acted for
 * @param content the text
 */
public record ConsolidateReports(
    String planId, String rule, String period, String channel, @Nullable String content)
    implements Command {

  @TargetAggregateIdentifier
  public ConsolidationId consolidationId() {
    return ConsolidationId.of(planId, rule, period, channel);
  }

  public List<ConsolidationEvent> decide(
      @Nullable Consolidation consolidation,
      Actor actor,
      Occurrence when,
      Plans plans,
      OwedReports reports,
      Agencies agencies) {
    PlanIssued plan = plans.get(planId);
    List<Report> owed = reports.of(planId, rule, period);
    Channel through = new Channel(channel, when.today(), agencies);
    List<String> addressees = through.addressees(owed);
    ConsolidationWorkflow.TABLE
        .at(plan.workflows())
        .permit(
            "consolidate-reports",
            ConsolidationWorkflow.relationsToNew(actor, channel, !addressees.isEmpty()));
    plans.demand("consolidate-reports", plan);
    if (consolidation != null) {
      if (Objects.equals(consolidation.prepared().content(), content)) {
        return List.of();
      }
      throw Refusal.of(RefusalCode.ALREADY_EXISTS, "refusal.consolidation-exists", rule, period);
    }
    List<Report> all = through.through(owed);
    Report.Matter matter = Intake.matter(plan, rule, all).orElseGet(() -> all.getFirst().matter());
    Gathered gathered = Intake.of(all, matter.form());
    when.check(gathered.notBefore(plan.issueDate())).text(content, "content", Check.TEXT).done();
    return List.of(
        new ReportsConsolidated(
            consolidationId().value(),
            planId,
            plan.document(),
            rule,
            matter.title(),
            period,
            channel,
            addressees,
            plan.issuer(),
            plan.focal(),
            matter.form(),
            gathered,
            content,
            when.day()));
  }
}
