package plantrail.command.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.command.AnyOrder;
import plantrail.command.Given;
import plantrail.command.GivenPlan;
import plantrail.command.draft.domain.Draft;
import plantrail.command.draft.draftplan.DraftPlan;
import plantrail.command.draft.issuedraft.IssueDraft;
import plantrail.command.draft.returnplan.ReturnPlan;
import plantrail.command.draft.reviseplan.RevisePlan;
import plantrail.command.draft.submitplan.SubmitPlan;
import plantrail.command.draft.transferdraft.TransferDraft;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.command.platform.Taken;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.DraftEvent;
import plantrail.kernel.plan.DraftId;
import plantrail.kernel.plan.DraftIssued;
import plantrail.kernel.plan.DraftTransferred;
import plantrail.kernel.plan.PlanContent;
import plantrail.kernel.plan.PlanDrafted;
import plantrail.kernel.plan.PlanReturned;
import plantrail.kernel.plan.PlanRevised;
import plantrail.kernel.plan.PlanStatus;
import plantrail.kernel.plan.PlanSubmitted;
import plantrail.kernel.workflow.Relation;

class DraftAnyOrderTest extends AnyOrder<Draft, DraftEvent> {
  private static final String KEY = "dân vận 2024";
  private static final DraftId DRAFT = DraftId.of(Given.PROVINCE, KEY);
  private static final Plans PLANS = Given.plans(null);

  @Override
  protected Class<?> aggregate() {
    return DraftAggregate.class;
  }

  @Override
  protected List<Actor> concerned() {
    return List.of(Given.official(Given.PROVINCE), Given.official(Given.HOME_AFFAIRS));
  }

  private static PlanContent content(Random random, String issuer) {
    boolean begun = random.nextInt(3) > 0;
    return GivenPlan.usual()
        .kind(begun ? "KH" : null)
        .issuedBy(issuer)
        .title(begun ? "Kế hoạch " + random.nextInt(3) : null)
        .watchedBy(random.nextInt(8) == 0 ? Given.DISTRICT : Given.HOME_AFFAIRS)
        .unsigned();
  }

  @Override
  protected Attempt<Draft, DraftEvent> any(Random random, Occurrence when) {
    String text = random.nextInt(8) == 0 ? " " : "Văn bản " + random.nextInt(3);
    return switch (random.nextInt(6)) {
      case 0 -> {
        DraftPlan command = new DraftPlan(KEY, content(random, Given.PROVINCE));
        yield new Attempt<>(
            "draft-plan",
            (draft, actor) -> command.decide(draft, actor, when, Given.AGENCIES, PLANS));
      }
      case 1 -> {
        RevisePlan command =
            new RevisePlan(
                DRAFT,
                random.nextInt(4),
                content(random, random.nextInt(8) == 0 ? Given.FINANCE : Given.PROVINCE));
        yield step(
            "revise-plan",
            (draft, actor) -> {
              List<DraftEvent> events = command.decide(draft, actor, when, Given.AGENCIES, PLANS);
              assertThat(events.isEmpty() || command.basedOn() == draft.version())
                  .as("nothing is written over unread")
                  .isTrue();
              return events;
            });
      }
      case 2 -> {
        SubmitPlan command = new SubmitPlan(DRAFT, random.nextBoolean() ? null : text);
        yield step("submit-plan", (draft, actor) -> command.decide(draft, actor, when));
      }
      case 3 -> {
        ReturnPlan command = new ReturnPlan(DRAFT, text);
        yield step("return-plan", (draft, actor) -> command.decide(draft, actor, when));
      }
      case 4 -> {
        TransferDraft command =
            new TransferDraft(DRAFT, Given.HOME_AFFAIRS, Given.FINANCE, "sáp nhập", "NQ 1");
        yield step("transfer-draft", (draft, actor) -> command.decide(draft, actor, when));
      }
      default -> {
        IssueDraft command =
            new IssueDraft(
                DRAFT,
                random.nextInt(3) == 0 ? "số" : "73",
                "KH-UBND",
                random.nextBoolean() ? when.day() : Given.TODAY.minusDays(random.nextInt(60)));
        yield step(
            "issue-draft",
            (draft, actor) -> command.decide(draft, actor, when, Given.AGENCIES, PLANS));
      }
    };
  }

  @Override
  protected Set<Relation> relations(Draft draft, DraftEvent event, Actor actor) {
    return draft.relations(actor);
  }

  @Override
  protected Draft evolve(@Nullable Draft draft, DraftEvent event, Taken taken) {
    return Draft.evolve(draft, event, taken);
  }

  @Override
  protected Facts begins(DraftEvent event, Taken taken) {
    PlanDrafted e = (PlanDrafted) event;
    return fact("drafted", e)
        .with("content", e.content())
        .with("version", 1)
        .with("status", PlanStatus.DRAFT);
  }

  @Override
  protected Facts leaves(Draft before, DraftEvent event, Taken taken) {
    return switch (event) {
      case PlanDrafted e -> throw new AssertionError("drafted twice: " + e);
      case PlanRevised e ->
          fact("content", e.content())
              .with("version", before.version() + 1)
              .with("status", PlanStatus.DRAFT);
      case PlanSubmitted _ -> fact("status", PlanStatus.AWAITING_SIGNATURE);
      case PlanReturned _ -> fact("status", PlanStatus.DRAFT);
      case DraftTransferred e -> fact("content", before.content().inPlaceOf(e::inPlaceOf));
      case DraftIssued _ -> fact("status", PlanStatus.IN_FORCE);
    };
  }

  @Override
  protected void holds(@Nullable Draft before, DraftEvent event, Draft after) {
    assertThat(event.draftId()).isEqualTo(DRAFT.value());
    assertThat(after.content().issuer()).isEqualTo(Given.PROVINCE);
    if (before == null) {
      assertThat(event).isInstanceOf(PlanDrafted.class);
      return;
    }
    assertThat(after.begun()).isEqualTo(before.begun());
    switch (event) {
      case PlanRevised _ -> assertThat(before.status()).isEqualTo(PlanStatus.DRAFT);
      case PlanSubmitted _ -> {
        assertThat(before.status()).isEqualTo(PlanStatus.DRAFT);
        assertThat(before.content().missingForSignature()).isEmpty();
      }
      case PlanReturned _ -> assertThat(before.status()).isEqualTo(PlanStatus.AWAITING_SIGNATURE);
      case DraftIssued _ -> assertThat(before.status()).isEqualTo(PlanStatus.AWAITING_SIGNATURE);
      case DraftTransferred e -> assertThat(before.names(e.predecessor())).isTrue();
      case PlanDrafted _ -> throw new AssertionError("drafted twice: " + event);
    }
  }
}
