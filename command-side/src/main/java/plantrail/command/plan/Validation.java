package plantrail.command.plan;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Check;
import plantrail.command.platform.Concern;
import plantrail.command.platform.Occurrence;
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
  /**
   * Numbers run from 01 in each year (Decree 30/2020/NĐ-CP, Article 15 and Appendix I); one may
   * carry a letter (12a, practice). So 00 is nobody's, and stands for a document that was published
   * without one.
   */
  private static final Pattern NUMBER = Pattern.compile("00|(?=0*[1-9])\\d{1,6}[a-z]?");

  /**
   * An abbreviation is in capitals (the same decree), of which one may be followed by the small
   * letter that tells it from another: KH, QĐ, CTr, TTr, QyĐ.
   */
  private static final String ABBREVIATION = "\\p{Lu}\\p{Ll}?(?:\\p{Lu}\\p{Ll}?|[&0-9])*";

  /** Kind and body, divided by hyphens or a slash: KH-UBND, QĐ-UBND, CTr/BDVTU-UBND. */
  private static final Pattern SYMBOL =
      Pattern.compile(ABBREVIATION + "(?:[-/]" + ABBREVIATION + ")*");

  private static final Pattern KIND = Pattern.compile("(?=.{2,10}$)" + ABBREVIATION);
  private static final int MARK = 60;

  /** An end beyond is a slip of the pen; what goes on for longer has none. */
  private static final int MOST_YEARS = 20;

  private static final Assignees NOBODY = new Assignees(List.of(), List.of(), List.of());

  private final Check check;
  private final PlanContent content;
  private final Standing standing;
  private final Agencies agencies;
  private final Plans plans;
  private final Set<String> outlines = new HashSet<>();

  /**
   * What stands already, and on which footing more is said.
   *
   * @param assignments assignment rules by their marks; empty at the issue
   * @param reportingRules reporting rules by their marks; empty at the issue
   * @param targets targets by their marks; empty at the issue
   * @param charger code of the agency that charges
   * @param day local day on which the agencies that are named anew must exist; null if not known
   * @param rested the latest day that a last timely day may have become while the plan rested
   */
  private record Standing(
      Map<String, AssignmentRule> assignments,
      Map<String, ReportingRule> reportingRules,
      Map<String, TargetLine> targets,
      String charger,
      @Nullable LocalDate day,
      UnaryOperator<LocalDate> rested) {}

  private Validation(
      Check check, PlanContent content, Standing standing, Agencies agencies, Plans plans) {
    this.check = check;
    this.content = content;
    this.standing = standing;
    this.agencies = agencies;
    this.plans = plans;
  }

  /**
   * Notes all that is wrong in what is written.
   *
   * @param today local day of the decision
   */
  public static Check check(
      Check check, PlanContent content, LocalDate today, Agencies agencies, Plans plans) {
    Standing nothing =
        new Standing(
            Map.of(),
            Map.of(),
            Map.of(),
            content.issuer(),
            content.issueDate(),
            UnaryOperator.identity());
    new Validation(check, content, nothing, agencies, plans).run();
    boundByParent(check, content, today, agencies, plans);
    return check;
  }

  /**
   * A plan hangs under one that binds its issuer, on the day of signature or by now: that one may
   * have gone to a successor in between.
   */
  private static void boundByParent(
      Check check, PlanContent content, LocalDate today, Agencies agencies, Plans plans) {
    PlanIssued above = content.parent() == null ? null : plans.find(content.parent());
    if (above == null || !agencies.exists(content.issuer())) {
      return;
    }
    LocalDate signed = content.issueDate() != null ? content.issueDate() : today;
    check.that(
        !signed.isBefore(above.issueDate()),
        "parent",
        "field.parent-is-younger",
        above.document(),
        above.issueDate().toString());
    check.that(
        Stream.of(signed, today)
            .anyMatch(day -> Concern.binds(above, content.issuer(), day, agencies)),
        "parent",
        "field.parent-binds-not",
        above.document(),
        above.issuer(),
        content.issuer());
  }

  /**
   * Notes all that is wrong in what an amendment makes of a plan. Whom a rule names already stays
   * named, whatever has become of them; whom it names anew must exist on that day.
   *
   * @param before what the plan said before
   * @param after what it says from then on
   * @param charger code of the agency that stands in the issuer's place
   * @param day local day of the amendment
   * @param rested the latest day that a last timely day may have become while the plan rested
   */
  public static Check amendment(
      Check check,
      PlanContent before,
      PlanContent after,
      String charger,
      LocalDate day,
      UnaryOperator<LocalDate> rested,
      Agencies agencies,
      Plans plans) {
    demand(check, after.missing());
    valued(check, after);
    Standing standing =
        new Standing(
            before.assignments().stream().collect(toMap(AssignmentRule::id, each -> each)),
            before.reportingRules().stream().collect(toMap(ReportingRule::id, each -> each)),
            before.targets().stream().collect(toMap(TargetLine::id, each -> each)),
            charger,
            day,
            rested);
    new Validation(check, after, standing, agencies, plans).run();
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

  /** What a draft may leave open: against what its targets are held. */
  private static void valued(Check check, PlanContent content) {
    for (int i = 0; i < content.targets().size(); i++) {
      TargetLine target = content.targets().get(i);
      check.that(
          !Target.valued(target.comparison()) || target.value() != null,
          "targets[" + i + "].value",
          "field.value-needed");
    }
  }

  /**
   * Refuses to issue a plan that says this if it was issued before, or with all that is missing or
   * wrong.
   *
   * @param exists whether a plan of that number was issued before
   * @param when the moment of the decision; the day of signature is that of the step
   */
  public static void issue(
      Check check,
      PlanContent content,
      boolean exists,
      Occurrence when,
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
    valued(check, content);
    when.dated(check, content.issueDate(), "issueDate");
    check.that(
        when.stated() == null || when.stated().equals(content.issueDate()),
        Occurrence.DAY,
        "field.other-than-issue",
        text(content.issueDate()));
    parentInForce(check, content, plans);
    check(check, content, when.today(), agencies, plans).done();
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
    agency(content.issuer(), "issuer", issueDate);
    if (content.focal() != null) {
      agency(content.focal(), "focal", issueDate);
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
          .text(rule.partners(), field + ".partners", Check.LINE);
      AssignmentRule before = standing.assignments().get(rule.id());
      if (before == null) {
        check.dutyMark(rule.id(), field + ".id");
      }
      assignees(
          rule.assignees(), before == null ? NOBODY : before.assignees(), field + ".assignees");
      if (!isRequest(rule)) {
        charged(
            rule.assignees(),
            before == null || isRequest(before) ? NOBODY : before.assignees(),
            field + ".assignees");
      }
      DueRule due = rule.due();
      if (due != null) {
        check.that(due.once(), field + ".due", "field.due-needs-date");
        notBehind(
            due,
            before == null || !due.equals(before.due()),
            before == null
                || binds(rule.assignees(), before.assignees())
                || (isRequest(before) && !isRequest(rule)),
            field + ".due");
      }
    }
  }

  private static boolean isRequest(AssignmentRule rule) {
    return DutyRole.isRequest(rule.roles());
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
          .that(rule.frequency() != Frequency.DAY, field + ".frequency", "field.no-daily-rule");
      ReportingRule before = standing.reportingRules().get(rule.id());
      Assignees reporters = before == null ? NOBODY : before.reporters();
      assignees(rule.reporters(), reporters, field + ".reporters");
      charged(rule.reporters(), reporters, field + ".reporters");
      addressees(rule.addressees(), before == null ? List.of() : before.addressees(), field);
      Forms.check(
          check, rule.form(), before == null ? List.of() : before.form(), field + ".form", MARK);
      if (rule.due() != null) {
        check
            .that(rule.due().fits(rule.frequency()), field + ".due", "field.no-weekday")
            .that(rule.due().exists(), field + ".due", "field.no-such-day");
        notBehind(
            rule.due(),
            before == null || !rule.due().equals(before.due()),
            before == null || binds(rule.reporters(), reporters),
            field + ".due");
      }
      if (before == null) {
        opensSomething(rule, field + ".due");
      }
    }
  }

  /** A rule that is new must bring at least one report before the plan's end, if it has one. */
  private void opensSomething(ReportingRule rule, String field) {
    LocalDate day = standing.day();
    LocalDate from = day == null ? null : content.owedSince(day);
    LocalDate to = content.periodTo();
    boolean runs =
        rule.frequency() != Frequency.ON_DEMAND
            && rule.due() != null
            && rule.due().fits(rule.frequency());
    check.that(
        !runs
            || from == null
            || to == null
            || to.isBefore(from)
            || to.isAfter(from.plusYears(MOST_YEARS))
            || !rule.occasions(from, to).isEmpty(),
        field,
        "field.opens-nothing",
        text(from),
        text(to));
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
      Target.byWhen(check, "targets[" + i + "].byWhen", target.byWhen(), content.issueDate());
      Target.share(check, "targets[" + i + "].value", target.unit(), target.value());
      Target.counted(
          check,
          "targets[" + i + "].",
          target.comparison(),
          target.value(),
          target.counts(),
          target.countsFrom());
      measured(target, "targets[" + i + "].measured");
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

  private void measured(TargetLine target, String field) {
    Assignees measured = target.measured();
    if (measured != null) {
      TargetLine before = standing.targets().get(target.id());
      Assignees known = before == null ? null : before.measured();
      assignees(measured, known == null ? NOBODY : known, field);
    }
    Target.measured(check, field, measured != null, target.comparison(), target.counts());
  }

  private void addressees(List<Addressee> addressees, List<Addressee> before, String field) {
    for (int i = 0; i < addressees.size(); i++) {
      Addressee addressee = addressees.get(i);
      String at = field + ".addressees[" + i + "]";
      if (!before.contains(addressee)) {
        agency(addressee.agency(), at + ".agency", standing.day());
        if (addressee.channel() != null) {
          agency(addressee.channel(), at + ".channel", standing.day());
        }
      }
    }
  }

  private void assignees(Assignees assignees, Assignees before, String field) {
    check.that(
        !assignees.agencies().isEmpty() || !assignees.classes().isEmpty(),
        field,
        "field.empty-list");
    named(assignees.agencies(), before.agencies(), field + ".agencies");
    check.that(
        !assignees.classes().isEmpty()
            || assignees.agencies().isEmpty()
            || !assignees.except().containsAll(assignees.agencies()),
        field + ".except",
        "field.rule-binds-nobody");
    named(assignees.except(), before.except(), field + ".except");
  }

  private void named(List<String> codes, List<String> before, String field) {
    Set<String> known = Set.copyOf(before);
    for (int i = 0; i < codes.size(); i++) {
      if (!known.contains(codes.get(i))) {
        agency(codes.get(i), field + "[" + i + "]", standing.day());
      }
    }
  }

  private void charged(Assignees assignees, Assignees before, String field) {
    LocalDate day = standing.day();
    Set<String> known = Set.copyOf(before.agencies());
    for (int i = 0; day != null && i < assignees.agencies().size(); i++) {
      String code = assignees.agencies().get(i);
      if (!known.contains(code)) {
        check.charged(code, field + ".agencies[" + i + "]", standing.charger(), agencies, day);
      }
    }
  }

  private void agency(String code, String field, @Nullable LocalDate day) {
    if (day != null) {
      check.agency(code, field, agencies, day);
    } else {
      check.that(agencies.exists(code), field, "field.unknown-agency", code);
    }
  }

  /** Whether words bind somebody whom those before them may not have bound. */
  private static boolean binds(Assignees words, Assignees before) {
    return !before.agencies().containsAll(words.agencies())
        || !before.classes().containsAll(words.classes())
        || !words.except().containsAll(before.except());
  }

  /**
   * Nobody is charged with what was due by a day that lies behind: neither at the issue nor by an
   * amendment.
   *
   * @param stated whether the day is another than before
   * @param binds whether it is to bind somebody else than before
   */
  private void notBehind(DueRule due, boolean stated, boolean binds, String field) {
    LocalDate day = standing.day();
    if (day == null || !due.once() || !(stated || binds)) {
      return;
    }
    LocalDate last = due.lastTimelyDay();
    check.that(
        !(stated ? last : standing.rested().apply(last)).isBefore(day),
        field,
        day.equals(content.issueDate()) ? "field.before-issue" : "field.before-charge",
        last.toString(),
        day.toString());
  }
}
