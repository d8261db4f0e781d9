package plantrail.query.planregister;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.Item;
import plantrail.kernel.plan.LegalBasis;
import plantrail.kernel.plan.PlanAmended;
import plantrail.kernel.plan.PlanEvent;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.PlanReviewed;
import plantrail.kernel.plan.PlanStatus;
import plantrail.kernel.plan.PlanSuperseded;
import plantrail.kernel.plan.PlanTransferred;
import plantrail.kernel.plan.Recipient;
import plantrail.kernel.plan.ReportingRule;
import plantrail.kernel.plan.RulesInForce;
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
    List<PlanVersion> versions,
    List<PlanReview> reviews,
    @Nullable String supersededBy,
    List<Item> items,
    List<AssignmentRule> assignments,
    List<ReportingRule> reportingRules,
    List<TargetLine> targets,
    List<LegalBasis> legalBases,
    List<Recipient> recipients,
    @Nullable RulesInForce rulesInForce) {

  /** Version of the workflow tables by which it goes; null if that was not recorded. */
  @Nullable Integer workflows() {
    return rulesInForce == null ? null : rulesInForce.workflows();
  }

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
              List.of(new PlanVersion(1, e.issueDate(), null, null, List.of())),
              List.of(),
              null,
              e.items(),
              e.assignments(),
              e.reportingRules(),
              e.targets(),
              e.legalBases(),
              e.recipients(),
              e.rulesInForce());
      case PlanAmended e -> Objects.requireNonNull(row).amended(e);
      case PlanReviewed e -> Objects.requireNonNull(row).reviewed(e);
      case PlanTransferred e -> Objects.requireNonNull(row).transferred(e);
      case PlanSuperseded e -> Objects.requireNonNull(row).with(e, e.by());
      default -> Objects.requireNonNull(row).with(event, null);
    };
  }

  private PlanRow amended(PlanAmended event) {
    PlanVersion added =
        new PlanVersion(
            event.version(), event.from(), event.reason(), event.basis(), event.changes());
    return with(
        status,
        event.version(),
        with(versions, added),
        reviews,
        supersededBy,
        event.items(),
        event.assignments(),
        event.reportingRules(),
        event.targets());
  }

  private PlanRow transferred(PlanTransferred event) {
    return new PlanRow(
        id,
        kind,
        number,
        symbol,
        document,
        issueDate,
        event.inPlaceOf(issuer),
        title,
        place,
        signer,
        periodFrom,
        periodTo,
        focal == null ? null : event.inPlaceOf(focal),
        parent,
        status,
        version,
        versions,
        reviews,
        supersededBy,
        items,
        assignments,
        reportingRules,
        targets,
        legalBases,
        recipients,
        rulesInForce);
  }

  private PlanRow reviewed(PlanReviewed event) {
    PlanReview review =
        new PlanReview(event.concluding(), event.heldOn(), event.text(), event.figures());
    return with(
        status,
        version,
        versions,
        with(reviews, review),
        supersededBy,
        items,
        assignments,
        reportingRules,
        targets);
  }

  private PlanRow with(PlanEvent event, @Nullable String by) {
    return with(
        status.after(event),
        version,
        versions,
        reviews,
        by,
        items,
        assignments,
        reportingRules,
        targets);
  }

  private PlanRow with(
      PlanStatus status,
      int version,
      List<PlanVersion> versions,
      List<PlanReview> reviews,
      @Nullable String supersededBy,
      List<Item> items,
      List<AssignmentRule> assignments,
      List<ReportingRule> reportingRules,
      List<TargetLine> targets) {
    return new PlanRow(
        id,
        kind,
        number,
        symbol,
        document,
        issueDate,
        issuer,
        title,
        place,
        signer,
        periodFrom,
        periodTo,
        focal,
        parent,
        status,
        version,
        versions,
        reviews,
        supersededBy,
        items,
        assignments,
        reportingRules,
        targets,
        legalBases,
        recipients,
        rulesInForce);
  }

  private static <T> List<T> with(List<T> list, T more) {
    List<T> longer = new ArrayList<>(list);
    longer.add(more);
    return longer;
  }
}
