package plantrail.kernel.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a plan says, as far as it is written: a draft may lack anything but its issuer. For the
 * fields see {@link PlanIssued}.
 */
public record PlanContent(
    @Nullable String kind,
    @Nullable String number,
    @Nullable String symbol,
    @Nullable LocalDate issueDate,
    String issuer,
    @Nullable String title,
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
    List<Recipient> recipients) {
  /** What is missing as long as the plan binds nobody: neither a task nor a report would follow. */
  public static final String DUTIES = "assignments";

  public PlanContent {
    items = List.copyOf(items);
    assignments = List.copyOf(assignments);
    reportingRules = List.copyOf(reportingRules);
    targets = List.copyOf(targets);
    legalBases = List.copyOf(legalBases);
    recipients = List.copyOf(recipients);
  }

  /** Names of the fields that a plan cannot be issued without and that are not written yet. */
  public List<String> missing() {
    List<String> missing = new ArrayList<>(missingForSignature());
    note(missing, "number", number);
    note(missing, "symbol", symbol);
    note(missing, "issueDate", issueDate);
    return missing;
  }

  /** As {@link #missing()}, without what a document is given only when it is signed. */
  public List<String> missingForSignature() {
    List<String> missing = new ArrayList<>();
    note(missing, "kind", kind);
    note(missing, "title", title);
    if (assignments.isEmpty() && reportingRules.isEmpty()) {
      missing.add(DUTIES);
    }
    return missing;
  }

  private static void note(List<String> missing, String field, @Nullable Object value) {
    if (value == null) {
      missing.add(field);
    }
  }

  /**
   * Local day from which the reports are owed that it asks for since that one: none before its
   * issue, nor before its period begins.
   */
  public LocalDate owedSince(LocalDate asked) {
    return Stream.of(issueDate, periodFrom)
        .filter(Objects::nonNull)
        .filter(asked::isBefore)
        .max(Comparator.naturalOrder())
        .orElse(asked);
  }

  /** The same with other parts. */
  public PlanContent with(
      List<Item> items,
      List<AssignmentRule> assignments,
      List<ReportingRule> reportingRules,
      List<TargetLine> targets) {
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

  /** The same with those agencies in the place of its issuer and its focal agency. */
  public PlanContent inPlaceOf(UnaryOperator<String> successor) {
    return new PlanContent(
        kind,
        number,
        symbol,
        issueDate,
        successor.apply(issuer),
        title,
        place,
        signer,
        periodFrom,
        periodTo,
        focal == null ? null : successor.apply(focal),
        parent,
        items,
        assignments,
        reportingRules,
        targets,
        legalBases,
        recipients);
  }

  /** The same with what a document is given when it is signed. */
  public PlanContent signed(String number, String symbol, LocalDate issueDate) {
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
