package plantrail.query.drafts;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.plan.DraftEvent;
import plantrail.kernel.plan.DraftIssued;
import plantrail.kernel.plan.DraftTransferred;
import plantrail.kernel.plan.PlanContent;
import plantrail.kernel.plan.PlanDrafted;
import plantrail.kernel.plan.PlanReturned;
import plantrail.kernel.plan.PlanRevised;
import plantrail.kernel.plan.PlanStatus;
import plantrail.kernel.plan.PlanSubmitted;

/** A draft as its events leave it. */
record DraftRow(
    String id,
    String key,
    String issuer,
    @Nullable String focal,
    @Nullable String title,
    PlanContent content,
    int version,
    PlanStatus status,
    List<String> missing,
    @Nullable String returnedFor,
    @Nullable String issuedAs,
    @Nullable String document) {

  static DraftRow after(@Nullable DraftRow row, DraftEvent event) {
    return switch (event) {
      case PlanDrafted e -> written(e.draftId(), e.key(), e.content(), 1, null);
      case PlanRevised e -> of(row).revised(e.content());
      case PlanSubmitted e -> of(row).with(PlanStatus.AWAITING_SIGNATURE, null, null, null);
      case PlanReturned e -> of(row).with(PlanStatus.DRAFT, e.reason(), null, null);
      case DraftTransferred e -> of(row).transferred(e);
      case DraftIssued e -> of(row).with(PlanStatus.IN_FORCE, null, e.planId(), e.document());
    };
  }

  private static DraftRow of(@Nullable DraftRow row) {
    return Objects.requireNonNull(row);
  }

  private static DraftRow written(
      String id, String key, PlanContent content, int version, @Nullable String returnedFor) {
    return new DraftRow(
        id,
        key,
        content.issuer(),
        content.focal(),
        content.title(),
        content,
        version,
        PlanStatus.DRAFT,
        content.missing(),
        returnedFor,
        null,
        null);
  }

  private DraftRow revised(PlanContent content) {
    return written(id, key, content, version + 1, returnedFor);
  }

  private DraftRow transferred(DraftTransferred event) {
    PlanContent now = content.inPlaceOf(event::inPlaceOf);
    return new DraftRow(
        id,
        key,
        now.issuer(),
        now.focal(),
        title,
        now,
        version,
        status,
        missing,
        returnedFor,
        issuedAs,
        document);
  }

  private DraftRow with(
      PlanStatus status,
      @Nullable String returnedFor,
      @Nullable String issuedAs,
      @Nullable String document) {
    return new DraftRow(
        id,
        key,
        issuer,
        focal,
        title,
        content,
        version,
        status,
        issuedAs == null ? missing : List.of(),
        returnedFor,
        issuedAs,
        document);
  }
}
