package plantrail.command.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static plantrail.command.Given.AGENCIES;
import static plantrail.command.Given.DISTRICT;
import static plantrail.command.Given.FINANCE;
import static plantrail.command.Given.HOME_AFFAIRS;
import static plantrail.command.Given.ISSUED;
import static plantrail.command.Given.OTHER_DISTRICT;
import static plantrail.command.Given.PROVINCE;
import static plantrail.command.Given.WHEN;
import static plantrail.command.Given.WITHOUT_REASON;
import static plantrail.command.Given.colleague;
import static plantrail.command.Given.official;
import static plantrail.command.Given.plan;
import static plantrail.command.Given.plans;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plantrail.command.Given;
import plantrail.command.GivenPlan;
import plantrail.command.Refused;
import plantrail.command.draft.domain.Draft;
import plantrail.command.draft.draftplan.DraftPlan;
import plantrail.command.draft.issuedraft.IssueDraft;
import plantrail.command.draft.returnplan.ReturnPlan;
import plantrail.command.draft.reviseplan.RevisePlan;
import plantrail.command.draft.submitplan.SubmitPlan;
import plantrail.command.draft.transferdraft.TransferDraft;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Taken;
import plantrail.kernel.agency.AgencyMerged;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.plan.Assignees;
import plantrail.kernel.plan.AssignmentRule;
import plantrail.kernel.plan.DraftEvent;
import plantrail.kernel.plan.DraftId;
import plantrail.kernel.plan.DraftIssued;
import plantrail.kernel.plan.DraftTransferred;
import plantrail.kernel.plan.Item;
import plantrail.kernel.plan.PlanContent;
import plantrail.kernel.plan.PlanDrafted;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.PlanReturned;
import plantrail.kernel.plan.PlanRevised;
import plantrail.kernel.plan.PlanStatus;
import plantrail.kernel.plan.PlanSubmitted;

class DraftSpec {
  private static final DraftId ID = DraftId.of(PROVINCE, "dan-van-2024");

  /** The plan of the other specs before it has a number and a day. */
  private static PlanContent unsigned() {
    PlanIssued plan = plan();
    return content(plan.kind(), plan.title(), plan.issuer(), plan.items());
  }

  private static PlanContent content(
      @Nullable String kind, @Nullable String title, String issuer, List<Item> items) {
    return GivenPlan.usual()
        .kind(kind)
        .title(title)
        .issuedBy(issuer)
        .items(items)
        .assignments(items.isEmpty() ? List.of() : plan().assignments())
        .unsigned();
  }

  private static PlanContent hardlyBegun() {
    return content(null, null, PROVINCE, List.of());
  }

  /** Drafted, and all that followed, on the day of issue. */
  private static Draft draft(PlanContent content, DraftEvent... events) {
    Draft draft =
        Draft.evolve(
            null,
            new PlanDrafted(ID.value(), "dan-van-2024", content),
            new Taken(person(), ISSUED));
    for (DraftEvent event : events) {
      draft = Draft.evolve(draft, event, new Taken(person(), ISSUED));
    }
    return draft;
  }

  private static String person() {
    return official(PROVINCE).person();
  }

  private static List<DraftEvent> drafted(PlanContent content, Actor actor) {
    return new DraftPlan("dan-van-2024", content).decide(null, actor, WHEN, AGENCIES, plans(null));
  }

  private static Draft awaitingSignature() {
    return draft(unsigned(), new PlanSubmitted(ID.value(), null));
  }

  private static IssueDraft issue() {
    return new IssueDraft(ID, "73", "KH-UBND", ISSUED);
  }

  @Test
  void aDraftMayLackWhatThePlanWillNeed() {
    assertThat(drafted(hardlyBegun(), official(PROVINCE)))
        .containsExactly(new PlanDrafted(ID.value(), "dan-van-2024", hardlyBegun()));
    assertThat(hardlyBegun().missing())
        .containsExactly("kind", "title", "number", "symbol", "issueDate");
  }

  @Test
  void aDraftThatBindsNobodySaysSoAndIsNotSubmitted() {
    PlanContent bindsNobody = unsigned().with(List.of(), List.of(), List.of(), List.of());
    assertThat(drafted(bindsNobody, official(PROVINCE))).hasSize(1);
    assertThat(bindsNobody.missing()).contains("assignments");
    Refused.forFields(
        () -> new SubmitPlan(ID, null).decide(draft(bindsNobody), official(PROVINCE), WHEN),
        "content.assignments");
  }

  @Test
  void theFocalAgencyBelowTheIssuerDraftsToo() {
    assertThat(drafted(unsigned(), official(HOME_AFFAIRS))).hasSize(1);
  }

  @Test
  void nobodyElseDrafts() {
    Refused.with(RefusalCode.NOT_PERMITTED, () -> drafted(unsigned(), official(DISTRICT)));
  }

  @Test
  void anAgencyThatIsNotBelowTheIssuerCannotNameItselfAsItsFocalAgency() {
    PlanContent ofTheDistrict = content("KH", "Kế hoạch", DISTRICT, List.of());
    Refused.with(RefusalCode.NOT_PERMITTED, () -> drafted(ofTheDistrict, official(HOME_AFFAIRS)));
  }

  @Test
  void whatIsWrittenInADraftMustBeRight() {
    Refused.forFields(
        () ->
            drafted(
                content("1", "", PROVINCE, List.of(new Item("II.1", "x"), new Item("II.1", "y"))),
                official(PROVINCE)),
        "content.kind",
        "content.title",
        "content.items[0].outline",
        "content.items[1].outline",
        "content.items[1].outline");
  }

  @Test
  void theSameDraftBegunAgainChangesNothingAndAnotherOfThatNameIsRefused() {
    DraftPlan again = new DraftPlan("dan-van-2024", unsigned());
    assertThat(again.decide(draft(unsigned()), official(PROVINCE), WHEN, AGENCIES, plans(null)))
        .isEmpty();
    Refused.with(
        RefusalCode.ALREADY_EXISTS,
        () -> again.decide(draft(hardlyBegun()), official(PROVINCE), WHEN, AGENCIES, plans(null)));
  }

  @Test
  void aDraftIsWrittenAnewButItsIssuerStays() {
    assertThat(
            new RevisePlan(ID, 1, unsigned())
                .decide(draft(hardlyBegun()), official(HOME_AFFAIRS), WHEN, AGENCIES, plans(null)))
        .containsExactly(new PlanRevised(ID.value(), unsigned()));
    Refused.forFields(
        () ->
            new RevisePlan(ID, 1, content("KH", "Kế hoạch", DISTRICT, List.of()))
                .decide(draft(hardlyBegun()), official(PROVINCE), WHEN, AGENCIES, plans(null)),
        "content.issuer");
  }

  @Test
  void aRevisionThatWasWrittenFromAnotherVersionIsRefusedAndTellsBoth() {
    PlanContent other = content("KH", "Kế hoạch", PROVINCE, List.of());
    Draft revised = draft(hardlyBegun(), new PlanRevised(ID.value(), unsigned()));
    for (int version : new int[] {0, 1, 3}) {
      RevisePlan stale = new RevisePlan(ID, version, other);
      Refusal refusal =
          Refused.with(
              RefusalCode.CONFLICT,
              () -> stale.decide(revised, official(PROVINCE), WHEN, AGENCIES, plans(null)));
      assertThat(refusal.messageKey()).isEqualTo("refusal.other-version");
      assertThat(refusal.arguments())
          .containsExactly(
              Integer.toString(version), "2", "@event.plan-revised", revised.course().taken().by());
      Refused.with(
          RefusalCode.NOT_PERMITTED,
          () -> stale.decide(revised, official(DISTRICT), WHEN, AGENCIES, plans(null)));
    }
    assertThat(
            new RevisePlan(ID, 2, other)
                .decide(revised, official(PROVINCE), WHEN, AGENCIES, plans(null)))
        .containsExactly(new PlanRevised(ID.value(), other));
  }

  @Test
  void theSameRevisionAgainChangesNothingAndOnlyWritingMakesAVersion() {
    Draft revised = draft(hardlyBegun(), new PlanRevised(ID.value(), unsigned()));
    RevisePlan again = new RevisePlan(ID, 1, unsigned());
    assertThat(again.decide(revised, official(PROVINCE), WHEN, AGENCIES, plans(null))).isEmpty();
    Refused.with(
        RefusalCode.CONFLICT,
        () -> again.decide(revised, colleague(PROVINCE), WHEN, AGENCIES, plans(null)));
    assertThat(
            draft(
                    hardlyBegun(),
                    new PlanRevised(ID.value(), unsigned()),
                    new PlanSubmitted(ID.value(), null),
                    new PlanReturned(ID.value(), "Thiếu căn cứ"),
                    transferred())
                .version())
        .isEqualTo(2);
  }

  @Test
  void onlyNumberSymbolAndDayMayBeMissingWhenADraftIsSubmitted() {
    assertThat(new SubmitPlan(ID, null).decide(draft(unsigned()), official(HOME_AFFAIRS), WHEN))
        .containsExactly(new PlanSubmitted(ID.value(), null));
    Refused.forFields(
        () -> new SubmitPlan(ID, null).decide(draft(hardlyBegun()), official(PROVINCE), WHEN),
        "content.kind",
        "content.title");
  }

  @Test
  void whatIsSubmittedIsNotChangedUnlessItIsReturned() {
    RevisePlan revise = new RevisePlan(ID, 1, hardlyBegun());
    Refused.with(
        RefusalCode.INVALID_STATE,
        () -> revise.decide(awaitingSignature(), official(PROVINCE), WHEN, AGENCIES, plans(null)));
    assertThat(
            new ReturnPlan(ID, "Thiếu căn cứ")
                .decide(awaitingSignature(), official(PROVINCE), WHEN))
        .containsExactly(new PlanReturned(ID.value(), "Thiếu căn cứ"));
    Draft returned =
        draft(
            unsigned(),
            new PlanSubmitted(ID.value(), null),
            new PlanReturned(ID.value(), "Thiếu căn cứ"));
    assertThat(revise.decide(returned, official(PROVINCE), WHEN, AGENCIES, plans(null))).hasSize(1);
  }

  @Test
  void theFocalAgencyNeitherReturnsNorIssues() {
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> new ReturnPlan(ID, "x").decide(awaitingSignature(), official(HOME_AFFAIRS), WHEN));
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () ->
            issue()
                .decide(awaitingSignature(), official(HOME_AFFAIRS), WHEN, AGENCIES, plans(null)));
  }

  @Test
  void anIssuedDraftIsThePlanThatWouldHaveBeenIssuedWithoutIt() {
    assertThat(issue().plan(awaitingSignature(), Given.RULES)).isEqualTo(plan());
    assertThat(issue().decide(awaitingSignature(), official(PROVINCE), WHEN, AGENCIES, plans(null)))
        .containsExactly(new DraftIssued(ID.value(), plan().planId(), "73/KH-UBND"));
  }

  @Test
  void aDraftIsIssuedOnceAndSayingSoAgainChangesNothing() {
    Draft issued =
        draft(
            unsigned(),
            new PlanSubmitted(ID.value(), null),
            new DraftIssued(ID.value(), plan().planId(), "73/KH-UBND"));
    assertThat(issue().decide(issued, official(PROVINCE), WHEN, AGENCIES, plans(plan()))).isEmpty();
    Refused.with(
        RefusalCode.INVALID_STATE,
        () -> issue().decide(issued, colleague(PROVINCE), WHEN, AGENCIES, plans(plan())));
  }

  @Test
  void aDraftThatIsIssuedIsNotIssuedAgainAsOfAnotherDayNorUnderAnotherNumber() {
    Draft issued =
        draft(
            unsigned(),
            new PlanSubmitted(ID.value(), null),
            new DraftIssued(ID.value(), plan().planId(), "73/KH-UBND"));
    for (IssueDraft other :
        List.of(
            new IssueDraft(ID, "73", "KH-UBND", ISSUED.plusDays(1)),
            new IssueDraft(ID, "73", "KH-UBND", ISSUED.minusDays(1)),
            new IssueDraft(ID, "74", "KH-UBND", ISSUED))) {
      Refused.with(
          RefusalCode.INVALID_STATE,
          () -> other.decide(issued, official(PROVINCE), WHEN, AGENCIES, plans(plan())));
    }
  }

  @Test
  void aDraftIsNotSignedBeforeItWasSubmittedWhetherTheDayIsStatedTwiceOrOnce() {
    Draft submitted = awaitingSignature();
    for (LocalDate day : List.of(ISSUED.minusDays(1), ISSUED.minusDays(6))) {
      IssueDraft early = new IssueDraft(ID, "73", "KH-UBND", day);
      Refused.forFields(
          () -> early.decide(submitted, official(PROVINCE), WHEN, AGENCIES, plans(null)),
          "issueDate");
      Refused.forFields(
          () -> early.decide(submitted, official(PROVINCE), WHEN.on(day), AGENCIES, plans(null)),
          "issueDate",
          Occurrence.DAY);
    }
    assertThat(
            issue().decide(submitted, official(PROVINCE), WHEN.on(ISSUED), AGENCIES, plans(null)))
        .hasSize(1);
  }

  @Test
  void aDraftIsNotIssuedUnsubmittedNorUnderANumberThatIsTaken() {
    Refused.with(
        RefusalCode.INVALID_STATE,
        () ->
            issue().decide(draft(hardlyBegun()), official(PROVINCE), WHEN, AGENCIES, plans(null)));
    Refused.with(
        RefusalCode.ALREADY_EXISTS,
        () ->
            issue().decide(awaitingSignature(), official(PROVINCE), WHEN, AGENCIES, plans(plan())));
  }

  @Test
  void aDraftSignedLongAgoIsIssuedWithAReason() {
    Refused.forFields(
        () ->
            issue()
                .decide(
                    awaitingSignature(), official(PROVINCE), WITHOUT_REASON, AGENCIES, plans(null)),
        Occurrence.REASON);
  }

  @Test
  void whatIsIssuedIsHeldToTheDayOfIssue() {
    IssueDraft late = new IssueDraft(ID, "73 ", "KH-UBND", LocalDate.of(2025, 1, 15));
    Occurrence thatDay = Occurrence.at(Instant.parse("2025-01-15T03:00:00Z"));
    Refused.forFields(
        () -> late.decide(awaitingSignature(), official(PROVINCE), thatDay, AGENCIES, plans(null)),
        "number",
        "periodTo",
        "assignments[0].due");
    assertThat(Given.plan().periodTo()).isBefore(late.issueDate());
  }

  private static DraftTransferred transferred() {
    return new DraftTransferred(ID.value(), PROVINCE, FINANCE, "Sáp nhập", "Nghị quyết 1/NQ-HĐND");
  }

  private static TransferDraft transfer() {
    return new TransferDraft(ID, PROVINCE, FINANCE, "Sáp nhập", "Nghị quyết 1/NQ-HĐND");
  }

  @Test
  void aSuccessorGoesOnWithTheDraftAndIssuesItAsItsOwn() {
    assertThat(transfer().decide(draft(hardlyBegun()), Actor.SYSTEM, WHEN))
        .containsExactly(transferred());
    Draft moved = draft(hardlyBegun(), transferred());
    assertThat(moved.content()).isEqualTo(content(null, null, FINANCE, List.of()));
    assertThat(transfer().decide(moved, Actor.SYSTEM, WHEN)).isEmpty();
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () ->
            new RevisePlan(ID, 1, unsigned())
                .decide(moved, official(PROVINCE), WHEN, AGENCIES, plans(null)));
    Refused.forFields(
        () ->
            new RevisePlan(ID, 1, unsigned())
                .decide(moved, official(FINANCE), WHEN, AGENCIES, plans(null)),
        "content.issuer");
    assertThat(draft(unsigned(), new PlanSubmitted(ID.value(), null), transferred()).status())
        .isEqualTo(PlanStatus.AWAITING_SIGNATURE);
  }

  @Test
  void anIssuedDraftStaysWhereItWasAndOnlyTheSystemTransfers() {
    Draft issued = draft(unsigned(), new DraftIssued(ID.value(), plan().planId(), "73/KH-UBND"));
    Refused.with(RefusalCode.INVALID_STATE, () -> transfer().decide(issued, Actor.SYSTEM, WHEN));
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> transfer().decide(draft(hardlyBegun()), official(PROVINCE), WHEN));
  }

  @Test
  void aDraftIsNotSignedWhileItBindsAnAgencyThatIsNoMore() {
    AssignmentRule task = Given.ownPlans();
    PlanContent binding =
        unsigned()
            .with(
                unsigned().items(),
                List.of(
                    new AssignmentRule(
                        task.id(),
                        task.item(),
                        task.title(),
                        new Assignees(List.of(DISTRICT), List.of(), List.of()),
                        task.roles(),
                        null,
                        task.due(),
                        task.creates())),
                List.of(),
                List.of());
    Draft draft = draft(binding, new PlanSubmitted(ID.value(), null));
    assertThat(issue().decide(draft, official(PROVINCE), WHEN, AGENCIES, plans(null))).hasSize(1);
    Agencies merged =
        Given.agencies(
            List.of(new AgencyMerged(DISTRICT, OTHER_DISTRICT, ISSUED, "Nghị quyết 1/NQ-HĐND")));
    Refused.forFields(
        () -> issue().decide(draft, official(PROVINCE), WHEN, merged, plans(null)),
        "assignments[0].assignees.agencies[0]");
  }
}
