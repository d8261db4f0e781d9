package plantrail.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plantrail.command.plan.issueplan.IssuePlan;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.Item;
import plantrail.kernel.plan.LegalBasis;
import plantrail.kernel.plan.PlanContent;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.Recipient;
import plantrail.kernel.plan.ReportingRule;
import plantrail.kernel.plan.Signer;
import plantrail.kernel.plan.TargetLine;

/**
 * A plan to be issued, told by what sets it apart. It begins as the one of {@link
 * Given#issuePlan()}, or with a heading alone.
 */
public final class GivenPlan {
  private @Nullable String kind = "KH";
  private String number = "73";
  private String symbol = "KH-UBND";
  private LocalDate issueDate = Given.ISSUED;
  private String issuer = Given.PROVINCE;
  private @Nullable String title = "Công tác dân vận chính quyền năm 2024";
  private @Nullable String place = "Hà Giang";
  private @Nullable Signer signer;
  private @Nullable LocalDate periodFrom = LocalDate.of(2024, 1, 1);
  private @Nullable LocalDate periodTo = LocalDate.of(2024, 12, 31);
  private @Nullable String focal = Given.HOME_AFFAIRS;
  private @Nullable String parent;
  private List<Item> items = List.of(new Item("II", "Nội dung"), new Item("II.1", "Tuyên truyền"));
  private List<AssignmentRule> assignments = List.of(Given.ownPlans());
  private List<ReportingRule> reportingRules = List.of(Given.quarterly());
  private List<TargetLine> targets = List.of();
  private List<LegalBasis> legalBases = List.of();
  private List<Recipient> recipients = List.of();

  private GivenPlan() {}

  /** The usual one: for this year, watched over, with one rule for duties and one for reports. */
  public static GivenPlan usual() {
    return new GivenPlan();
  }

  /** A heading alone: nobody is bound yet, nobody watches over it, and it has no end. */
  public static GivenPlan bare() {
    GivenPlan plan = new GivenPlan();
    plan.place = null;
    plan.periodFrom = null;
    plan.periodTo = null;
    plan.focal = null;
    plan.items = List.of();
    plan.assignments = List.of();
    plan.reportingRules = List.of();
    return plan;
  }

  /** Kind of the document; null if that is not written yet. */
  public GivenPlan kind(@Nullable String kind) {
    this.kind = kind;
    return this;
  }

  public GivenPlan number(String number) {
    this.number = number;
    return this;
  }

  public GivenPlan symbol(String symbol) {
    this.symbol = symbol;
    return this;
  }

  public GivenPlan issuedOn(LocalDate day) {
    issueDate = day;
    return this;
  }

  public GivenPlan issuedBy(String agency) {
    issuer = agency;
    return this;
  }

  /** Its title; null if that is not written yet. */
  public GivenPlan title(@Nullable String title) {
    this.title = title;
    return this;
  }

  public GivenPlan signedBy(Signer signer) {
    this.signer = signer;
    return this;
  }

  public GivenPlan from(@Nullable LocalDate first) {
    periodFrom = first;
    return this;
  }

  /** Its last day; null if it has no end. */
  public GivenPlan until(@Nullable LocalDate last) {
    periodTo = last;
    return this;
  }

  /** Its focal agency; null if it has none. */
  public GivenPlan watchedBy(@Nullable String agency) {
    focal = agency;
    return this;
  }

  /** Identifier of the plan that it carries out; null if of none. */
  public GivenPlan under(@Nullable String plan) {
    parent = plan;
    return this;
  }

  public GivenPlan items(Item... all) {
    return items(List.of(all));
  }

  public GivenPlan items(List<Item> all) {
    items = all;
    return this;
  }

  public GivenPlan assignments(AssignmentRule... all) {
    return assignments(List.of(all));
  }

  public GivenPlan assignments(List<AssignmentRule> all) {
    assignments = all;
    return this;
  }

  public GivenPlan reports(ReportingRule... all) {
    return reports(List.of(all));
  }

  public GivenPlan reports(List<ReportingRule> all) {
    reportingRules = all;
    return this;
  }

  public GivenPlan targets(TargetLine... all) {
    return targets(List.of(all));
  }

  public GivenPlan targets(List<TargetLine> all) {
    targets = all;
    return this;
  }

  public GivenPlan legalBases(List<LegalBasis> all) {
    legalBases = all;
    return this;
  }

  public GivenPlan recipients(List<Recipient> all) {
    recipients = all;
    return this;
  }

  /** The command that issues it. */
  public IssuePlan issue() {
    return new IssuePlan(
        Objects.requireNonNull(kind),
        number,
        symbol,
        issueDate,
        issuer,
        Objects.requireNonNull(title),
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

  /** What it says before it is signed. */
  public PlanContent unsigned() {
    return new PlanContent(
        kind,
        null,
        null,
        null,
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

  /** The same on record, whether anybody would issue it like that or not. */
  public PlanIssued issued() {
    return PlanIssued.of(unsigned().signed(number, symbol, issueDate), Given.RULES.inForce());
  }
}
