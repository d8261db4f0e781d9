package plantrail.kernel.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.axonframework.serialization.Revision;
import org.jspecify.annotations.Nullable;

/**
 * A plan was signed, numbered and issued. It states the duties; the tasks and reports that follow
 * from them are records of their own.
 *
 * @param planId see {@link PlanId}
 * @param kind kind of document: KH (kế hoạch), QĐ (a decision that promulgates a plan)…
 * @param number number within the year
 * @param symbol symbol, for example KH-UBND
 * @param issueDate day of signature
 * @param issuer code of the issuing agency
 * @param title title of the plan
 * @param place place of signature; null if not given
 * @param signer who signed; null if not given
 * @param periodFrom first day of the period carried out; null if open
 * @param periodTo last day of it; null if open
 * @param focal code of the agency that watches over the plan for the issuer; null if none
 * @param parent identifier of the plan that this one carries out; null if none
 * @param items headings and clauses, in the plan's order
 * @param assignments who does what by when
 * @param reportingRules who reports when
 * @param targets what is promised
 * @param legalBases what is cited, in order
 * @param recipients who gets a copy
 * @param rulesInForce what the system went by at the issue; null if that was not recorded
 * @param openedUpTo last day for which reports were opened at the issue: the end of the first year,
 *     or of the period where that is earlier; null of plans that were issued before each further
 *     year was opened by the clock: those of the whole period, or of the year of issue where the
 *     plan has no end
 */
@Revision("7")
public record PlanIssued(
    String planId,
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
    List<Recipient> recipients,
    @Nullable RulesInForce rulesInForce,
    @Nullable LocalDate openedUpTo)
    implements PlanEvent {
  public PlanIssued {
    items = List.copyOf(items);
    assignments = List.copyOf(assignments);
    reportingRules = List.copyOf(reportingRules);
    targets = List.copyOf(targets);
    legalBases = List.copyOf(legalBases);
    recipients = List.copyOf(recipients);
  }

  /**
   * The issue of a plan that says this, whose number, symbol and date are known: its identifier
   * follows from them.
   */
  public static PlanIssued of(PlanContent content, RulesInForce rulesInForce) {
    int year = Objects.requireNonNull(content.issueDate()).getYear();
    String number = Objects.requireNonNull(content.number());
    String symbol = Objects.requireNonNull(content.symbol());
    String id = PlanId.of(content.issuer(), year, number, symbol).value();
    return of(id, content, rulesInForce, horizon(firstYear(content), content.periodTo()));
  }

  private static PlanIssued of(
      String planId,
      PlanContent content,
      @Nullable RulesInForce rulesInForce,
      @Nullable LocalDate openedUpTo) {
    return new PlanIssued(
        planId,
        Objects.requireNonNull(content.kind()),
        Objects.requireNonNull(content.number()),
        Objects.requireNonNull(content.symbol()),
        Objects.requireNonNull(content.issueDate()),
        content.issuer(),
        Objects.requireNonNull(content.title()),
        content.place(),
        content.signer(),
        content.periodFrom(),
        content.periodTo(),
        content.focal(),
        content.parent(),
        content.items(),
        content.assignments(),
        content.reportingRules(),
        content.targets(),
        content.legalBases(),
        content.recipients(),
        rulesInForce,
        openedUpTo);
  }

  /** The plan as it stands after an amendment. */
  public PlanIssued after(PlanAmended amended) {
    return of(
        planId,
        content()
            .with(
                amended.items(),
                amended.assignments(),
                amended.reportingRules(),
                amended.targets()),
        rulesInForce,
        openedUpTo);
  }

  /** The plan with whoever took over from its issuer or focal agency. */
  public PlanIssued after(PlanTransferred transferred) {
    return of(planId, content().inPlaceOf(transferred::inPlaceOf), rulesInForce, openedUpTo);
  }

  /** What it says. */
  public PlanContent content() {
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

  /** It was issued on the day of its signature. */
  @Override
  public LocalDate happenedOn() {
    return issueDate;
  }

  /** Number and symbol as people write them: {@code 73/KH-UBND}. */
  public String document() {
    return number + "/" + symbol;
  }

  /** Local day from which the reports are owed that it asked for at its issue. */
  public LocalDate owedSince() {
    return content().owedSince(issueDate);
  }

  /** Whether its period goes on after that day. */
  public boolean goesOnAfter(LocalDate day) {
    return periodTo == null || day.isBefore(periodTo);
  }

  /** Whether a further year's reports are opened, once those up to that day are. */
  public boolean opensYearAfter(LocalDate horizon) {
    return goesOnAfter(horizon) && reportingRules.stream().anyMatch(ReportingRule::recurs);
  }

  /**
   * First day that its figures are about: of its period, or of the year of issue where it says
   * none; never after its issue.
   */
  public LocalDate firstDay() {
    LocalDate from = periodFrom != null ? periodFrom : LocalDate.of(issueDate.getYear(), 1, 1);
    return from.isBefore(issueDate) ? from : issueDate;
  }

  /** Version of the workflow tables by which it goes; null if that was not recorded. */
  public @Nullable Integer workflows() {
    return rulesInForce == null ? null : rulesInForce.workflows();
  }

  /**
   * Last calendar year for which something may be registered under it on that local day: of its
   * end, or the next one where it has no end.
   */
  public int lastYear(LocalDate day) {
    return periodTo != null ? periodTo.getYear() : day.getYear() + 1;
  }

  /**
   * Last day for which reports are opened at the issue; of further ones, see {@link
   * PlanYearOpened}.
   */
  public LocalDate horizon() {
    if (openedUpTo != null) {
      return openedUpTo;
    }
    return periodTo != null ? periodTo : horizon(issueDate.getYear());
  }

  /** Last day for which reports are opened once that year is: its end, or the plan's. */
  public LocalDate horizon(int year) {
    return horizon(year, periodTo);
  }

  private static LocalDate horizon(int year, @Nullable LocalDate end) {
    LocalDate last = LocalDate.of(year, 12, 31);
    return end != null && end.isBefore(last) ? end : last;
  }

  /** The year of its issue, or that in which its period begins where that is later. */
  private static int firstYear(PlanContent content) {
    int issued = Objects.requireNonNull(content.issueDate()).getYear();
    LocalDate from = content.periodFrom();
    return from == null ? issued : Math.max(issued, from.getYear());
  }
}
