package plantrail.command.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.command.AnyOrder;
import plantrail.command.Given;
import plantrail.command.GivenPlan;
import plantrail.command.plan.amendplan.AmendPlan;
import plantrail.command.plan.concludeplan.ConcludePlan;
import plantrail.command.plan.domain.Plan;
import plantrail.command.plan.issueplan.IssuePlan;
import plantrail.command.plan.openplanyear.OpenPlanYear;
import plantrail.command.plan.resumeplan.ResumePlan;
import plantrail.command.plan.reviewplan.ReviewPlan;
import plantrail.command.plan.revokeplan.RevokePlan;
import plantrail.command.plan.supersedeplan.SupersedePlan;
import plantrail.command.plan.suspendplan.SuspendPlan;
import plantrail.command.plan.transferplan.TransferPlan;
import plantrail.command.platform.CommandRegistry;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.command.platform.Taken;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.Comparison;
import plantrail.kernel.plan.DueMoments;
import plantrail.kernel.plan.Item;
import plantrail.kernel.plan.PlanAmended;
import plantrail.kernel.plan.PlanChange;
import plantrail.kernel.plan.PlanConcluded;
import plantrail.kernel.plan.PlanEvent;
import plantrail.kernel.plan.PlanId;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.PlanResumed;
import plantrail.kernel.plan.PlanReviewed;
import plantrail.kernel.plan.PlanRevoked;
import plantrail.kernel.plan.PlanStatus;
import plantrail.kernel.plan.PlanSuperseded;
import plantrail.kernel.plan.PlanSuspended;
import plantrail.kernel.plan.PlanTransferred;
import plantrail.kernel.plan.PlanYearOpened;
import plantrail.kernel.plan.ReportingRule;
import plantrail.kernel.plan.ReviewKind;
import plantrail.kernel.plan.TargetLine;
import plantrail.kernel.workflow.Relation;
import plantrail.kernel.workflow.Step;

class PlanAnyOrderTest extends AnyOrder<Plan, PlanEvent> {
  /** Without an end and issued last year, so that its years are opened by the clock. */
  private static final IssuePlan ISSUE =
      GivenPlan.usual()
          .number("37")
          .issuedOn(LocalDate.of(2023, 2, 28))
          .from(LocalDate.of(2023, 1, 1))
          .until(null)
          .issue();

  private static final PlanId PLAN = ISSUE.planId();
  private static final PlanIssued OTHER = Given.plan();
  private static final Plans PLANS = Given.plans(OTHER);
  private static final Set<PlanStatus> ENDS =
      Set.of(PlanStatus.CONCLUDED, PlanStatus.REVOKED, PlanStatus.SUPERSEDED);
  private static final List<Item> ITEMS =
      List.of(new Item("II", "Nội dung"), new Item("II.1", "Tuyên truyền"));
  private static final List<List<Item>> ANY_ITEMS =
      List.of(
          ITEMS,
          List.of(ITEMS.getFirst(), ITEMS.getLast(), new Item("III", "Kinh phí")),
          List.of(ITEMS.getFirst(), new Item("II.1", "Tuyên truyền, vận động")),
          List.of(ITEMS.getFirst()));
  private static final List<List<AssignmentRule>> ANY_ASSIGNMENTS =
      List.of(List.of(Given.ownPlans()), List.of(Given.ownPlans()), List.of());
  private static final List<List<ReportingRule>> ANY_REPORTING_RULES =
      List.of(List.of(Given.quarterly()), List.of(Given.quarterly()), List.of());

  @Override
  protected Class<?> aggregate() {
    return PlanAggregate.class;
  }

  @Override
  protected List<Actor> concerned() {
    return List.of(Actor.SYSTEM, Given.official(Given.PROVINCE), Given.official(Given.PROVINCE));
  }

  @Override
  protected Attempt<Plan, PlanEvent> any(Random random, Occurrence when) {
    if (random.nextInt(8) == 0) {
      return new Attempt<>(
          "issue-plan",
          (plan, actor) ->
              // The day of its signature is the only one on which it may be said to be issued.
              ISSUE.decide(
                  plan, actor, when.on(ISSUE.issueDate()), Given.AGENCIES, PLANS, Given.RULES));
    }
    String text = random.nextInt(8) == 0 ? " " : "Văn bản " + random.nextInt(3);
    return switch (random.nextInt(12)) {
      case 0, 1, 2 -> {
        AmendPlan command = amendment(random, text);
        yield step(
            "amend-plan",
            (plan, actor) -> {
              List<PlanEvent> events = command.decide(plan, actor, when, Given.AGENCIES, PLANS);
              assertThat(events.isEmpty() || command.basedOn() == plan.version())
                  .as("nothing is written over unread")
                  .isTrue();
              return events;
            });
      }
      case 3 -> {
        ConcludePlan command = new ConcludePlan(PLAN, text);
        OpenDuties.Count open = new OpenDuties.Count(random.nextInt(3), random.nextInt(3));
        yield step("conclude-plan", (plan, actor) -> command.decide(plan, actor, when, id -> open));
      }
      case 4 -> {
        // Seldom by another one, or most plans end early.
        boolean itself = random.nextInt(12) > 0;
        SupersedePlan command =
            new SupersedePlan(PLAN, itself ? PLAN : new PlanId(OTHER.planId()), text, null);
        yield step(
            "supersede-plan",
            (plan, actor) -> {
              Plans known = itself ? Given.plans(plan.present()) : PLANS;
              return command.decide(plan, actor, when, known, Given.AGENCIES);
            });
      }
      default -> {
        PlanCommand command =
            anyOf(
                random,
                List.of(
                    new SuspendPlan(PLAN, text, "CV 3"),
                    new SuspendPlan(PLAN, text, "CV 3"),
                    new ResumePlan(PLAN, anyOf(random, List.of(DueMoments.values())), text, "CV 3"),
                    new ResumePlan(PLAN, anyOf(random, List.of(DueMoments.values())), text, "CV 3"),
                    new ReviewPlan(
                        PLAN, anyOf(random, List.of(ReviewKind.values())), text, List.of()),
                    new OpenPlanYear(PLAN, 2023 + random.nextInt(4)),
                    new TransferPlan(PLAN, Given.HOME_AFFAIRS, Given.FINANCE, "sáp nhập", "NQ 1"),
                    new RevokePlan(PLAN, random.nextInt(4) > 0 ? " " : text, "QĐ 1")));
        yield step(
            CommandRegistry.nameOf(command.getClass()),
            (plan, actor) -> command.decide(plan, actor, when));
      }
    };
  }

  private static AmendPlan amendment(Random random, String text) {
    List<TargetLine> targets =
        random.nextBoolean()
            ? List.of()
            : List.of(
                new TargetLine(
                    "T" + random.nextInt(2),
                    "Hồ sơ đúng hạn",
                    Comparison.AT_LEAST,
                    new BigDecimal(90 + random.nextInt(10)),
                    "%",
                    null,
                    null));
    return new AmendPlan(
        PLAN,
        random.nextInt(4),
        text,
        "QĐ 2",
        random.nextInt(6) == 0 ? null : "Điều 1",
        List.of(),
        anyOf(random, ANY_ITEMS),
        anyOf(random, ANY_ASSIGNMENTS),
        anyOf(random, ANY_REPORTING_RULES),
        targets);
  }

  /** What is only told of a plan may be told of a day before. */
  @Override
  protected boolean restsOnWhatOpenedIt(Step<?> step) {
    return step.to() != null;
  }

  @Override
  protected Set<Relation> relations(Plan plan, PlanEvent event, Actor actor) {
    return plan.relations(actor);
  }

  @Override
  protected Plan evolve(@Nullable Plan plan, PlanEvent event, Taken taken) {
    return Plan.evolve(plan, event, taken);
  }

  @Override
  protected Facts begins(PlanEvent event, Taken taken) {
    PlanIssued e = (PlanIssued) event;
    LocalDate year = LocalDate.of(e.issueDate().getYear(), 12, 31);
    return fact("present", e)
        .with("parties", new Plan.Parties(e.issuer(), e.focal()))
        .with("version", 1)
        .with("versionFrom", e.issueDate())
        .with("amendment", null)
        .with("status", PlanStatus.IN_FORCE)
        .with("suspendedFrom", null)
        .with("rests", List.of())
        .with("horizon", e.periodTo() == null ? year : e.periodTo())
        .with("finallyReviewedOn", null)
        .with("withdrawn", Set.of());
  }

  private static Facts comesTo(PlanStatus status) {
    return fact("status", status);
  }

  @Override
  protected Facts leaves(Plan before, PlanEvent event, Taken taken) {
    Plan.Parties parties = before.parties();
    return switch (event) {
      case PlanIssued e -> throw new AssertionError("issued twice: " + e);
      case PlanAmended e -> amended(before, e, taken);
      case PlanYearOpened e -> {
        LocalDate year = LocalDate.of(e.year(), 12, 31);
        LocalDate end = before.present().periodTo();
        yield fact("horizon", end != null && end.isBefore(year) ? end : year);
      }
      case PlanTransferred e ->
          fact(
              "parties",
              new Plan.Parties(
                  e.inPlaceOf(parties.issuer()),
                  parties.focal() == null ? null : e.inPlaceOf(parties.focal())));
      case PlanSuspended e -> comesTo(PlanStatus.SUSPENDED).with("suspendedFrom", e.from());
      case PlanResumed e -> {
        List<PlanResumed> rests = new ArrayList<>(before.rests());
        rests.add(e);
        yield comesTo(PlanStatus.IN_FORCE).with("rests", rests);
      }
      case PlanReviewed e -> e.concluding() ? fact("finallyReviewedOn", e.heldOn()) : nothingElse();
      case PlanConcluded _ -> comesTo(PlanStatus.CONCLUDED);
      case PlanRevoked _ -> comesTo(PlanStatus.REVOKED);
      case PlanSuperseded _ -> comesTo(PlanStatus.SUPERSEDED);
    };
  }

  private static Facts amended(Plan before, PlanAmended e, Taken taken) {
    Set<Plan.Mark> withdrawn = new HashSet<>(before.withdrawn());
    for (PlanChange each : e.changes()) {
      if (each.change() == PlanChange.Change.WITHDRAWN) {
        withdrawn.add(new Plan.Mark(each.part(), each.id()));
      }
    }
    return fact("present", before.present().after(e))
        .with("version", e.version())
        .with("versionFrom", e.from())
        .with("amendment", new Plan.Amendment(e.reason(), e.basis(), e.changes(), taken.by()))
        .with("withdrawn", withdrawn);
  }

  @Override
  protected void holds(@Nullable Plan before, PlanEvent event, Plan after) {
    assertThat(after.present().planId()).isEqualTo(PLAN.value());
    assertThat(after.present().issuer()).isEqualTo(Given.PROVINCE);
    assertThat(after.present().issueDate()).isEqualTo(ISSUE.issueDate());
    if (before == null) {
      return;
    }
    assertThat(ENDS).as("nothing follows the end").doesNotContain(before.status());
    assertThat(after.horizon()).isAfterOrEqualTo(before.horizon());
    assertThat(after.withdrawn()).containsAll(before.withdrawn());
    if (event instanceof PlanAmended amended) {
      assertThat(after.version()).isEqualTo(before.version() + 1);
      assertThat(after.present().items()).isEqualTo(amended.items());
      assertThat(after.present().assignments()).isEqualTo(amended.assignments());
      assertThat(after.present().reportingRules()).isEqualTo(amended.reportingRules());
      assertThat(after.present().targets()).isEqualTo(amended.targets());
      assertThat(amended.changes())
          .isNotEmpty()
          .allSatisfy(each -> assertThat(each.clause()).isNotBlank());
      assertThat(after.withdrawn())
          .as("what was taken away does not come back under its mark")
          .noneMatch(mark ->
              switch (mark.part()) {
                case ITEM ->
                    amended.items().stream().anyMatch(each -> each.outline().equals(mark.id()));
                case ASSIGNMENT ->
                    amended.assignments().stream().anyMatch(each -> each.id().equals(mark.id()));
                case REPORTING_RULE ->
                    amended.reportingRules().stream().anyMatch(each -> each.id().equals(mark.id()));
                case TARGET ->
                    amended.targets().stream().anyMatch(each -> each.id().equals(mark.id()));
              });
    }
    if (event instanceof PlanResumed resumed) {
      assertThat(before.status()).isEqualTo(PlanStatus.SUSPENDED);
      assertThat(resumed.days()).isNotNegative();
      assertThat(resumed.shift()).isIn(0, resumed.days());
    }
    if (event instanceof PlanConcluded) {
      assertThat(before.finallyReviewedOn()).isNotNull();
    }
  }
}
