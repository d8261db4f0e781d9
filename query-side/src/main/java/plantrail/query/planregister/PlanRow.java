package plantrail.query.planregister;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.Item;
import plantrail.kernel.plan.LegalBasis;
import plantrail.kernel.plan.PlanEvent;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.PlanStatus;
import plantrail.kernel.plan.Recipient;
import plantrail.kernel.plan.ReportingRule;
import plantrail.kernel.plan.Signer;
import plantrail.kernel.plan.TargetLine;

/** A plan as its events leave it. */
record PlanRow(
    String id,
    String kind,
    String number,
    String symbol,
    String document,
    LocalDate issueDate,
    String issuer,
    String title,
    @Nullable String place,
    @Nullable Signer signer,
    @Nullable LocalDate periodFrom,
    @Nullable LocalDate periodTo,
    @Nullable String focal,
    @Nullable String parent,
    PlanStatus status,
    int version,
    List<Item> items,
    List<AssignmentRule> assignments,
    List<ReportingRule> reportingRules,
    List<TargetLine> targets,
    List<LegalBasis> legalBases,
    List<Recipient> recipients) {

  static PlanRow after(@Nullable PlanRow row, PlanEvent event) {
    return switch (event) {
      case PlanIssued e ->
          new PlanRow(
              e.planId(),
              e.kind(),
              e.number(),
              e.symbol(),
              e.document(),
              e.issueDate(),
              e.issuer(),
              e.title(),
              e.place(),
              e.signer(),
              e.periodFrom(),
              e.periodTo(),
              e.focal(),
              e.parent(),
              PlanStatus.IN_FORCE,
              1,
              e.items(),
              e.assignments(),
              e.reportingRules(),
              e.targets(),
              e.legalBases(),
              e.recipients());
    };
  }
}
