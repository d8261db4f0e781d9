package plantrail.command.plan;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Check;
import plantrail.command.platform.Plans;
import plantrail.command.target.domain.Target;
import plantrail.kernel.calendar.DueRule;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.plan.Assignees;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.DutyRole;
import plantrail.kernel.plan.Item;
import plantrail.kernel.plan.LegalBasis;
import plantrail.kernel.plan.PlanContent;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.PlanStatus;
import plantrail.kernel.plan.ReportingRule;
import plantrail.kernel.plan.Signer;
import plantrail.kernel.plan.TargetLine;

/**
 * What must hold of what a plan says, whether it is drafted or issued: what is written is right.
 * What must be written is {@link PlanContent#missing()}.
 */
public final class Validation {
  /** A number may carry a letter (12a) and leading zeros (01). */
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}[a-z]?");

  /** Kind and body, divided by hyphens or a slash: KH-UBND, QĐ-UBND, CTr/BDVTU-UBND. */
  private static final Pattern SYMBOL =
      Pattern.compile("\\p{L}[\\p{L}&0-9]*(?:[-/]\\p{L}[\\p{L}&0-9]*)*");

  private static final Pattern KIND = Pattern.compile("\\p{L}{2,10}");
  private static final int MARK = 60;

  /** Duties are opened for the whole period, so that it must have an end in sight. */
  private static final int MOST_YEARS = 20;

  private final Check check;
  private final PlanContent content;
  private final Agencies agencies;
  private final Plans plans;
  private final Set<String> outlines = new HashSet<>();

  private Validation(Check check, PlanContent content, Agencies agencies, Plans plans) {
    this.check = check;
    this.content = content;
    this.agencies = agencies;
    this.plans = plans;
  }

  /** Notes all that is wrong in what is written. */
  public static Check check(Check check, PlanContent content, Agencies agencies, Plans plans) {
    new Validation(check, content, agencies, plans).run();
    return check;
  }

  /** Notes the fields that are not written yet. */
  public static Check demand(Check check, List<String> missing) {
    missing.forEach(field ->
        check.that(
            false,
            field,
            field.equals(PlanContent.DUTIES) ? "field.plan-binds-nobody" : "field.missing"));
    return check;
  }

  /**
   * The issue of a plan that says this. Refuses if it was issued before, or with all that is
   * missing or wrong.
   *
   * @param exists whether a plan of that number was issued before
   * @param today local day of the decision
   */
  public static PlanIssued issue(
      Check check,
      PlanContent content,
      boolean exists,
      LocalDate today,
      Agencies agencies,
      Plans plans) {
    if (exists) {
      throw Refusal.of(
          RefusalCode.ALREADY_EXISTS,
          "refusal.plan-exists",
          content.number() + "/" + content.symbol(),
          Integer.toString(Objects.requireNonNull(content.issueDate()).getYear()));
    }
    demand(check, content.missing());
    notSignedYet(check, content.issueDate(), today);
    parentInForce(check, content, plans);
    check(check, content, agencies, plans).done();
    return PlanIssued.of(content);
  }

  private static void notSignedYet(Check check, @Nullable LocalDate issueDate, LocalDate today) {
    check.that(
        issueDate == null || !issueDate.isAfter(today),
        "issueDate",
        "field.in-future",
        today.toString());
  }

  private static void parentInForce(Check check, PlanContent content, Plans plans) {
    String parent = content.parent();
    PlanIssued above = parent == null ? null : plans.find(parent);
    if (above != null) {
      PlanStatus status = plans.status(above.planId());
      check.that(
          status == PlanStatus.IN_FORCE,
          "parent",
          "field.plan-not-in-force",
          above.document(),
          "@state.plan." + status);
    }
  }

  private void run() {
    head();
    items();
    assignments();
    reportingRules();
    marks();
  }

  private static boolean matches(Pattern pattern, @Nullable String value) {
    return value == null || pattern.matcher(value).matches();
  }

  private static String text(@Nullable Object value) {
    return String.valueOf(value);
  }

  private void head() {
    LocalDate issueDate = content.issueDate();
    LocalDate from = content.periodFrom();
    LocalDate to = content.periodTo();
    check
        .that(matches(KIND, content.kind()), "kind", "field.document-kind", text(content.kind()))
        .that(
            matches(NUMBER, content.number()),
            "number",
            "field.document-number",
            text(content.number()))
        .that(
            matches(SYMBOL, content.symbol()),
            "symbol",
            "field.document-symbol",
            text(content.symbol()))
        .text(content.title(), "title", Check.LINE)
        .text(content.place(), "place", Check.LINE)
        .that(
            from == null || to == null || !to.isBefore(from),
            "periodTo",
            "field.ends-before-begin",
            text(to),
            text(from))
        .that(
            to == null || issueDate == null || !to.isBefore(issueDate),
            "periodTo",
            "field.before-issue",
            text(to),
            text(issueDate))
        .that(
            to == null || issueDate == null || !to.isAfter(issueDate.plusYears(MOST_YEARS)),
            "periodTo",
            "field.period-too-long",
            Integer.toString(MOST_YEARS),
            text(to))
        .that(
            content.parent() == null || plans.find(content.parent()) != null,
            "parent",
            "field.unknown-plan",
            text(content.parent()));
    agency(content.issuer(), "issuer");
    if (content.focal() != null) {
      agency(content.focal(), "focal");
    }
    signer();
  }

  private void signer() {
    Signer signer = content.signer();
    if (signer == null) {
      return;
    }
    check
        .text(signer.name(), "signer.name", Check.LINE)
        .text(signer.position(), "signer.position", Check.LINE);
    for (int i = 0; i < signer.capacities().size(); i++) {
      check.text(signer.capacities().get(i), "signer.capacities[" + i + "]", MARK);
    }
  }

  private void items() {
    for (int i = 0; i < content.items().size(); i++) {
      Item item = content.items().get(i);
      String field = "items[" + i + "]";
      check
          .text(item.outline(), field + ".outline", MARK)
          .text(item.title(), field + ".title", Check.LINE)
          .that(
              item.parent().isEmpty() || outlines.contains(item.parent()),
              field + ".outline",
              "field.item-without-parent",
              item.outline(),
              item.parent())
          .that(outlines.add(item.outline()), field + ".outline", "field.twice", item.outline());
    }
  }

  private void assignments() {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < content.assignments().size(); i++) {
      AssignmentRule rule = content.assignments().get(i);
      String field = "assignments[" + i + "]";
      check
          .text(rule.id(), field + ".id", MARK)
          .that(ids.add(rule.id()), field + ".id", "field.twice", rule.id())
          .that(outlines.contains(rule.item()), field + ".item", "field.unknown-item", rule.item())
          .text(rule.title(), field + ".title", Check.LINE)
          .text(rule.partners(), field + ".partners", Check.LINE)
          .that(!rule.roles().isEmpty(), field + ".roles", "field.empty-list");
      assignees(rule.assignees(), field + ".assignees");
      if (!rule.roles().contains(DutyRole.REQUEST)) {
        charged(rule.assignees(), field + ".assignees");
      }
      DueRule due = rule.due();
      if (due != null) {
        check.that(due.once(), field + ".due", "field.due-needs-date");
        notBeforeIssue(due, field + ".due");
      }
    }
  }

  private void reportingRules() {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < content.reportingRules().size(); i++) {
      ReportingRule rule = content.reportingRules().get(i);
      String field = "reportingRules[" + i + "]";
      check
          .text(rule.id(), field + ".id", MARK)
          .that(ids.add(rule.id()), field + ".id", "field.twice", rule.id())
          .text(rule.title(), field + ".title", Check.LINE)
          .that(rule.frequency() != Frequency.DAY, field + ".frequency", "field.no-daily-rule")
          .that(!rule.addressees().isEmpty(), field + ".addressees", "field.empty-list");
      assignees(rule.reporters(), field + ".reporters");
      charged(rule.reporters(), field + ".reporters");
      for (int j = 0; j < rule.addressees().size(); j++) {
        Addressee addressee = rule.addressees().get(j);
        String at = field + ".addressees[" + j + "]";
        agency(addressee.agency(), at + ".agency");
        if (addressee.channel() != null) {
          agency(addressee.channel(), at + ".channel");
        }
      }
      Forms.check(check, rule.form(), field + ".form", MARK);
      if (rule.due() != null) {
        check.that(rule.due().fits(rule.frequency()), field + ".due", "field.no-weekday");
        notBeforeIssue(rule.due(), field + ".due");
      }
    }
  }

  private void marks() {
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < content.targets().size(); i++) {
      TargetLine target = content.targets().get(i);
      check
          .that(ids.add(target.id()), "targets[" + i + "].id", "field.twice", target.id())
          .text(target.id(), "targets[" + i + "].id", MARK)
          .text(target.indicator(), "targets[" + i + "].indicator", Check.LINE)
          .text(target.unit(), "targets[" + i + "].unit", Check.LINE);
      Target.counted(
          check, "targets[" + i + "].counts", target.comparison(), target.value(), target.counts());
    }
    for (int i = 0; i < content.legalBases().size(); i++) {
      LegalBasis basis = content.legalBases().get(i);
      check
          .text(basis.type(), "legalBases[" + i + "].type", Check.LINE)
          .text(basis.reference(), "legalBases[" + i + "].reference", Check.LINE)
          .text(basis.issuer(), "legalBases[" + i + "].issuer", Check.LINE)
          .text(basis.title(), "legalBases[" + i + "].title", Check.LINE);
    }
    for (int i = 0; i < content.recipients().size(); i++) {
      check
          .text(content.recipients().get(i).name(), "recipients[" + i + "].name", Check.LINE)
          .text(content.recipients().get(i).purpose(), "recipients[" + i + "].purpose", Check.LINE);
    }
  }

  private void assignees(Assignees assignees, String field) {
    check.that(
        !assignees.agencies().isEmpty() || !assignees.classes().isEmpty(),
        field,
        "field.empty-list");
    for (int i = 0; i < assignees.agencies().size(); i++) {
      agency(assignees.agencies().get(i), field + ".agencies[" + i + "]");
    }
    check.that(
        !assignees.classes().isEmpty()
            || assignees.agencies().isEmpty()
            || !assignees.except().containsAll(assignees.agencies()),
        field + ".except",
        "field.rule-binds-nobody");
    for (int i = 0; i < assignees.except().size(); i++) {
      agency(assignees.except().get(i), field + ".except[" + i + "]");
    }
  }

  private void charged(Assignees assignees, String field) {
    LocalDate issueDate = content.issueDate();
    for (int i = 0; issueDate != null && i < assignees.agencies().size(); i++) {
      String code = assignees.agencies().get(i);
      check.charged(code, field + ".agencies[" + i + "]", content.issuer(), agencies, issueDate);
    }
  }

  private void agency(String code, String field) {
    LocalDate issueDate = content.issueDate();
    if (issueDate != null) {
      check.agency(code, field, agencies, issueDate);
    } else {
      check.that(agencies.exists(code), field, "field.unknown-agency", code);
    }
  }

  private void notBeforeIssue(DueRule due, String field) {
    LocalDate issueDate = content.issueDate();
    check.that(
        issueDate == null || !due.once() || !due.lastTimelyDay().isBefore(issueDate),
        field,
        "field.before-issue",
        due.once() ? due.lastTimelyDay().toString() : "",
        text(issueDate));
  }
}
