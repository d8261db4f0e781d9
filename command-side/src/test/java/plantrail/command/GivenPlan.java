package plantrail.command;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantrail.command.plan.issueplan.IssuePlan;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.Item;
import plantrail.kernel.plan.PlanContent;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.ReportingRule;
import plantrail.kernel.plan.TargetLine;

/**
 * A plan to be issued, told by what sets it apart. It begins as the one of {@link
 * Given#issuePlan()}, or with a heading alone.
 */
public final class GivenPlan {
  private String number = "73";
  private LocalDate issueDate = Given.ISSUED;
  private String issuer = Given.PROVINCE;
  private @Nullable String place = "Hà Giang";
  private @Nullable LocalDate periodFrom = LocalDate.of(2024, 1, 1);
  private @Nullable LocalDate periodTo = LocalDate.of(2024, 12, 31);
  private @Nullable String focal = Given.HOME_AFFAIRS;
  private @Nullable String parent;
  private List<Item> items = List.of(new Item("II", "Nội dung"), new Item("II.1", "Tuyên truyền"));
  private List<AssignmentRule> assignments = List.of(Given.ownPlans());
  private List<ReportingRule> reportingRules = List.of(Given.quarterly());
  private List<TargetLine> targets = List.of();

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

  public GivenPlan number(String number) {
    this.number = number;
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
    items = List.of(all);
    return this;
  }

  public GivenPlan assignments(AssignmentRule... all) {
    assignments = List.of(all);
    return this;
  }

  public GivenPlan reports(ReportingRule... all) {
    reportingRules = List.of(all);
    return this;
  }

  public GivenPlan targets(TargetLine... all) {
    targets = List.of(all);
    return this;
  }

  /** The command that issues it. */
  public IssuePlan issue() {
    return new IssuePlan(
        "KH",
        number,
        "KH-UBND",
        issueDate,
        issuer,
        "Công tác dân vận chính quyền năm 2024",
        place,
        null,
        periodFrom,
        periodTo,
        focal,
        parent,
        items,
        assignments,
        reportingRules,
        targets,
        List.of(),
        List.of());
  }

  /** What it says before it is signed. */
  public PlanContent unsigned() {
    return new PlanContent(
        "KH",
        null,
        null,
        null,
        issuer,
        "Công tác dân vận chính quyền năm 2024",
        place,
        null,
        periodFrom,
        periodTo,
        focal,
        parent,
        items,
        assignments,
        reportingRules,
        targets,
        List.of(),
        List.of());
  }

  /** The same on record, whether anybody would issue it like that or not. */
  public PlanIssued issued() {
    return PlanIssued.of(unsigned().signed(number, "KH-UBND", issueDate), Given.RULES.inForce());
  }
}
