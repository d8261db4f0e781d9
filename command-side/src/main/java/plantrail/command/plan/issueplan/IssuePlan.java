package plantrail.command.plan.issueplan;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.Command;
import plantrail.command.plan.domain.Plan;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Check;
import plantrail.command.platform.Plans;
import plantrail.kernel.calendar.DueRule;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.plan.Assignees;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.Item;
import plantrail.kernel.plan.LegalBasis;
import plantrail.kernel.plan.PlanEvent;
import plantrail.kernel.plan.PlanId;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.Recipient;
import plantrail.kernel.plan.ReportingRule;
import plantrail.kernel.plan.Signer;
import plantrail.kernel.plan.TargetLine;
import plantrail.kernel.workflow.PlanWorkflow;

/** Issues a signed and numbered plan. For the fields see {@link PlanIssued}. */
public record IssuePlan(
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
    List<Recipient> recipients)
    implements Command {
  /** A number may carry a letter (12a) and leading zeros (01). */
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}[a-z]?");

  /** Kind and body, divided by hyphens or a slash: KH-UBND, QĐ-UBND, CTr/BDVTU-UBND. */
  private static final Pattern SYMBOL =
      Pattern.compile("\\p{L}[\\p{L}&0-9]*(?:[-/]\\p{L}[\\p{L}&0-9]*)*");

  private static final Pattern KIND = Pattern.compile("\\p{L}{2,10}");
  private static final int MARK = 60;

  /** Duties are opened for the whole period, so that it must have an end in sight. */
  private static final int MOST_YEARS = 20;

  @TargetAggregateIdentifier
  public PlanId planId() {
    return PlanId.of(issuer, issueDate.getYear(), number, symbol);
  }

  public List<PlanEvent> decide(@Nullable Plan plan, Actor actor, Agencies agencies, Plans plans) {
    PlanWorkflow.TABLE.permit("issue-plan", PlanWorkflow.relations(actor, issuer));
    if (plan != null) {
      throw Refusal.of(
          RefusalCode.ALREADY_EXISTS,
          "refusal.plan-exists",
          number + "/" + symbol,
          Integer.toString(issueDate.getYear()));
    }
    new Validation(agencies, plans).run();
    return List.of(
        new PlanIssued(
            planId().value(),
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
            recipients));
  }

  private final class Validation {
    private final Check check = new Check();
    private final Agencies agencies;
    private final Plans plans;
    private final Map<String, Boolean> known = new HashMap<>();
    private final Set<String> outlines = new HashSet<>();

    private Validation(Agencies agencies, Plans plans) {
      this.agencies = agencies;
      this.plans = plans;
    }

    private void run() {
      head();
      items();
      assignments();
      reportingRules();
      marks();
      check.done();
    }

    private void head() {
      check
          .that(KIND.matcher(kind).matches(), "kind", "field.document-kind", kind)
          .that(NUMBER.matcher(number).matches(), "number", "field.document-number", number)
          .that(SYMBOL.matcher(symbol).matches(), "symbol", "field.document-symbol", symbol)
          .text(title, "title", Check.LINE)
          .text(place, "place", Check.LINE)
          .that(
              periodFrom == null || periodTo == null || !periodTo.isBefore(periodFrom),
              "periodTo",
              "field.ends-before-begin",
              String.valueOf(periodTo),
              String.valueOf(periodFrom))
          .that(
              periodTo == null || !periodTo.isBefore(issueDate),
              "periodTo",
              "field.before-issue",
              String.valueOf(periodTo),
              issueDate.toString())
          .that(
              periodTo == null || !periodTo.isAfter(issueDate.plusYears(MOST_YEARS)),
              "periodTo",
              "field.period-too-long",
              Integer.toString(MOST_YEARS),
              String.valueOf(periodTo))
          .that(
              parent == null || plans.find(parent) != null,
              "parent",
              "field.unknown-plan",
              String.valueOf(parent));
      agency(issuer, "issuer");
      if (focal != null) {
        agency(focal, "focal");
      }
      if (signer != null) {
        check
            .text(signer.name(), "signer.name", Check.LINE)
            .text(signer.position(), "signer.position", Check.LINE);
        for (int i = 0; i < signer.capacities().size(); i++) {
          check.text(signer.capacities().get(i), "signer.capacities[" + i + "]", MARK);
        }
      }
    }

    private void items() {
      for (int i = 0; i < items.size(); i++) {
        Item item = items.get(i);
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
      for (int i = 0; i < assignments.size(); i++) {
        AssignmentRule rule = assignments.get(i);
        String field = "assignments[" + i + "]";
        check
            .text(rule.id(), field + ".id", MARK)
            .that(ids.add(rule.id()), field + ".id", "field.twice", rule.id())
            .that(
                outlines.contains(rule.item()), field + ".item", "field.unknown-item", rule.item())
            .text(rule.title(), field + ".title", Check.LINE)
            .text(rule.partners(), field + ".partners", Check.LINE)
            .that(!rule.roles().isEmpty(), field + ".roles", "field.empty-list");
        assignees(rule.assignees(), field + ".assignees");
        DueRule due = rule.due();
        if (due != null) {
          check.that(due.once(), field + ".due", "field.due-needs-date");
          notBeforeIssue(due, field + ".due");
        }
      }
    }

    private void reportingRules() {
      Set<String> ids = new HashSet<>();
      for (int i = 0; i < reportingRules.size(); i++) {
        ReportingRule rule = reportingRules.get(i);
        String field = "reportingRules[" + i + "]";
        check
            .text(rule.id(), field + ".id", MARK)
            .that(ids.add(rule.id()), field + ".id", "field.twice", rule.id())
            .text(rule.title(), field + ".title", Check.LINE)
            .that(!rule.addressees().isEmpty(), field + ".addressees", "field.empty-list");
        assignees(rule.reporters(), field + ".reporters");
        for (int j = 0; j < rule.addressees().size(); j++) {
          Addressee addressee = rule.addressees().get(j);
          String at = field + ".addressees[" + j + "]";
          agency(addressee.agency(), at + ".agency");
          if (addressee.channel() != null) {
            agency(addressee.channel(), at + ".channel");
          }
        }
        if (rule.due() != null) {
          notBeforeIssue(rule.due(), field + ".due");
        }
      }
    }

    private void marks() {
      Set<String> ids = new HashSet<>();
      for (int i = 0; i < targets.size(); i++) {
        TargetLine target = targets.get(i);
        check
            .that(ids.add(target.id()), "targets[" + i + "].id", "field.twice", target.id())
            .text(target.id(), "targets[" + i + "].id", MARK)
            .text(target.indicator(), "targets[" + i + "].indicator", Check.LINE)
            .text(target.unit(), "targets[" + i + "].unit", Check.LINE);
      }
      for (int i = 0; i < legalBases.size(); i++) {
        LegalBasis basis = legalBases.get(i);
        check
            .text(basis.type(), "legalBases[" + i + "].type", Check.LINE)
            .text(basis.reference(), "legalBases[" + i + "].reference", Check.LINE)
            .text(basis.issuer(), "legalBases[" + i + "].issuer", Check.LINE)
            .text(basis.title(), "legalBases[" + i + "].title", Check.LINE);
      }
      for (int i = 0; i < recipients.size(); i++) {
        check
            .text(recipients.get(i).name(), "recipients[" + i + "].name", Check.LINE)
            .text(recipients.get(i).purpose(), "recipients[" + i + "].purpose", Check.LINE);
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
      for (int i = 0; i < assignees.except().size(); i++) {
        agency(assignees.except().get(i), field + ".except[" + i + "]");
      }
    }

    private void agency(String code, String field) {
      check.that(
          known.computeIfAbsent(code, agencies::exists), field, "field.unknown-agency", code);
    }

    private void notBeforeIssue(DueRule due, String field) {
      check.that(
          !due.once() || !due.lastTimelyDay().isBefore(issueDate),
          field,
          "field.before-issue",
          due.once() ? due.lastTimelyDay().toString() : "",
          issueDate.toString());
    }
  }
}
