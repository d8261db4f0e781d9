package plantrail.command.model;

import static org.assertj.core.api.Assertions.assertThat;
import static plantrail.command.Given.AGENCIES;
import static plantrail.command.Given.DISTRICT;
import static plantrail.command.Given.HOME_AFFAIRS;
import static plantrail.command.Given.OTHER_DISTRICT;
import static plantrail.command.Given.PROVINCE;
import static plantrail.command.Given.TODAY;
import static plantrail.command.Given.WHEN;
import static plantrail.command.Given.assigned;
import static plantrail.command.Given.official;
import static plantrail.command.Given.plan;
import static plantrail.command.Given.plans;
import static plantrail.command.Given.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import plantrail.command.Given;
import plantrail.command.Refused;
import plantrail.command.model.assessmodel.AssessModel;
import plantrail.command.model.buildmodel.BuildModel;
import plantrail.command.model.declineproposal.DeclineProposal;
import plantrail.command.model.domain.Model;
import plantrail.command.model.domain.Models;
import plantrail.command.model.proposemodel.ProposeModel;
import plantrail.command.model.recognisemodel.RecogniseModel;
import plantrail.command.model.registermodel.RegisterModel;
import plantrail.command.model.replicatemodel.ReplicateModel;
import plantrail.command.model.rewardmodel.RewardModel;
import plantrail.command.model.transfermodel.TransferModel;
import plantrail.command.model.withdrawmodel.WithdrawModel;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.command.platform.Taken;
import plantrail.command.task.domain.Tasks;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.FieldError;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.model.AwardKind;
import plantrail.kernel.model.ModelAssessed;
import plantrail.kernel.model.ModelBuilt;
import plantrail.kernel.model.ModelEvent;
import plantrail.kernel.model.ModelId;
import plantrail.kernel.model.ModelProposed;
import plantrail.kernel.model.ModelRecognised;
import plantrail.kernel.model.ModelRegistered;
import plantrail.kernel.model.ModelReplicated;
import plantrail.kernel.model.ModelRewarded;
import plantrail.kernel.model.ModelState;
import plantrail.kernel.model.ModelTransferred;
import plantrail.kernel.model.ModelWithdrawn;
import plantrail.kernel.model.ProposalDeclined;
import plantrail.kernel.plan.PlanStatus;

class ModelSpec {
  private static final String TITLE = "Tuyến đường tự quản";
  private static final ModelId MODEL = ModelId.of(plan().planId(), DISTRICT, 2024, TITLE);
  private static final String ID = MODEL.value();
  private static final Tasks TASKS = id -> assigned().taskId().equals(id) ? task() : null;
  private static final Models MODELS = id -> ID.equals(id) ? model() : null;
  private static final RewardModel REWARD =
      new RewardModel(MODEL, AwardKind.COMMENDATION, "417/QĐ-UBND", TODAY, "Tổ dân phố 4");

  private static RegisterModel register(String agency, int year, @Nullable String task) {
    return new RegisterModel(plan().planId(), agency, year, TITLE, "Văn hóa", task, null);
  }

  private static List<ModelEvent> decide(
      RegisterModel command, @Nullable Model model, Actor actor) {
    return command.decide(model, actor, WHEN, plans(plan()), TASKS, MODELS, AGENCIES);
  }

  private static Model model(ModelEvent... events) {
    Model model =
        Model.evolve(
            null,
            decide(register(DISTRICT, 2024, null), null, official(DISTRICT)).getFirst(),
            Given.taken("p." + DISTRICT));
    for (ModelEvent event : events) {
      model = Model.evolve(model, event, Given.taken("p." + PROVINCE));
    }
    return model;
  }

  private static Model recognised() {
    return model(
        new ModelBuilt(ID, "Ba tuyến"),
        new ModelAssessed(ID, HOME_AFFAIRS, "Tốt"),
        new ModelRecognised(ID, null));
  }

  @Test
  void anAgencyRegistersItsOwnModelForAYearOfThePlan() {
    assertThat(decide(register(DISTRICT, 2024, assigned().taskId()), null, official(DISTRICT)))
        .singleElement()
        .isInstanceOfSatisfying(
            ModelRegistered.class,
            registered -> {
              assertThat(registered.modelId()).isEqualTo(ID);
              assertThat(registered.taskId()).isEqualTo(assigned().taskId());
              assertThat(registered.registeredOn()).isEqualTo(TODAY);
            });
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> decide(register(DISTRICT, 2024, null), null, official(OTHER_DISTRICT)));
  }

  @Test
  void aYearBeforeThePlanOrAnothersTaskIsRefused() {
    Refused.forFields(
        () -> decide(register(DISTRICT, 2023, "none"), null, official(DISTRICT)), "year", "taskId");
  }

  @Test
  void whatItCopiesIsAModelThatIsThere() {
    RegisterModel copy =
        new RegisterModel(plan().planId(), OTHER_DISTRICT, 2024, TITLE, null, null, ID);
    assertThat(decide(copy, null, official(OTHER_DISTRICT))).hasSize(1);
    for (String none : List.of("không-có", assigned().taskId())) {
      RegisterModel command =
          new RegisterModel(plan().planId(), OTHER_DISTRICT, 2024, TITLE, null, null, none);
      assertThat(
              Refused.with(
                      RefusalCode.INVALID_ARGUMENT,
                      () -> decide(command, null, official(OTHER_DISTRICT)))
                  .errors())
          .containsExactly(FieldError.of("origin", "field.unknown-model", none));
    }
  }

  @Test
  void aYearAfterThePlansLastIsRefusedButOneLaterForACopy() {
    Refused.forFields(
        () -> decide(register(DISTRICT, 2025, null), null, official(DISTRICT)), "year");
    Refused.forFields(
        () ->
            new ReplicateModel(MODEL, OTHER_DISTRICT, 2026)
                .decide(recognised(), official(HOME_AFFAIRS), WHEN, plans(plan()), AGENCIES),
        "year");
  }

  @Test
  void noneIsRegisteredOrCopiedUnderAPlanThatIsNotInForce() {
    for (PlanStatus status : List.of(PlanStatus.CONCLUDED, PlanStatus.SUPERSEDED)) {
      Plans over = plans(plan(), status);
      Refused.with(
          RefusalCode.INVALID_STATE,
          () ->
              register(DISTRICT, 2024, null)
                  .decide(null, official(DISTRICT), WHEN, over, TASKS, MODELS, AGENCIES));
      Refused.with(
          RefusalCode.INVALID_STATE,
          () ->
              new ReplicateModel(MODEL, OTHER_DISTRICT, 2025)
                  .decide(recognised(), official(HOME_AFFAIRS), WHEN, over, AGENCIES));
      assertThat(
              new RegisterModel(plan().planId(), OTHER_DISTRICT, 2025, TITLE, null, null, ID)
                  .decide(null, Actor.SYSTEM, WHEN, over, TASKS, MODELS, AGENCIES))
          .as("what follows from a copy that was decided upon in time")
          .hasSize(1);
    }
  }

  @Test
  void whatWasBegunIsBroughtToAnEndAfterAPlansConclusionButNotOnceItIsRevoked() {
    Model assessed =
        model(new ModelBuilt(ID, "Ba tuyến"), new ModelAssessed(ID, HOME_AFFAIRS, "Tốt"));
    RecogniseModel recognise = new RecogniseModel(MODEL, null);
    assertThat(
            recognise.decide(
                assessed, official(PROVINCE), WHEN, plans(plan(), PlanStatus.CONCLUDED)))
        .hasSize(1);
    Refused.with(
        RefusalCode.INVALID_STATE,
        () ->
            recognise.decide(
                assessed, official(PROVINCE), WHEN, plans(plan(), PlanStatus.REVOKED)));
  }

  @Test
  void noRewardIsDecidedUponInTheFutureOrBeforeTheModel() {
    for (LocalDate day : List.of(TODAY.plusDays(1), TODAY.minusDays(1))) {
      RewardModel reward = new RewardModel(MODEL, AwardKind.COMMENDATION, "417/QĐ-UBND", day, null);
      Refused.forFields(() -> reward.decide(recognised(), official(PROVINCE), WHEN), "decidedOn");
    }
  }

  @Test
  void aWithdrawnModelDoesNotBeginAgainInSilence() {
    Model withdrawn =
        Model.evolve(model(), new ModelWithdrawn(ID, "Trùng"), Given.taken("p." + DISTRICT));
    Refused.with(
        RefusalCode.ALREADY_EXISTS,
        () -> decide(register(DISTRICT, 2024, null), withdrawn, official(DISTRICT)));
  }

  @Test
  void theSameModelIsRegisteredOnce() {
    assertThat(decide(register(DISTRICT, 2024, null), model(), official(DISTRICT))).isEmpty();
    Refused.with(
        RefusalCode.ALREADY_EXISTS,
        () -> decide(register(DISTRICT, 2024, assigned().taskId()), model(), official(DISTRICT)));
  }

  @Test
  void itIsBuiltAssessedAndRecognisedInThatOrder() {
    assertThat(new BuildModel(MODEL, "Ba tuyến").decide(model(), official(DISTRICT), WHEN))
        .containsExactly(new ModelBuilt(ID, "Ba tuyến"));
    Model built = model(new ModelBuilt(ID, "Ba tuyến"));
    assertThat(new AssessModel(MODEL, "Tốt").decide(built, official(HOME_AFFAIRS), WHEN))
        .containsExactly(new ModelAssessed(ID, HOME_AFFAIRS, "Tốt"));
    Refused.with(
        RefusalCode.INVALID_STATE,
        () -> new RecogniseModel(MODEL, null).decide(built, official(PROVINCE), WHEN));
  }

  @Test
  void nobodyAssessesTheirOwn() {
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () ->
            new AssessModel(MODEL, "Tốt")
                .decide(model(new ModelBuilt(ID, "x")), official(DISTRICT), WHEN));
  }

  @Test
  void noStepHappenedBeforeTheOneThatItFollows() {
    LocalDate day = TODAY.plusDays(3);
    Model built =
        Model.evolve(model(), new ModelBuilt(ID, "Ba tuyến"), new Taken("p." + DISTRICT, day));
    AssessModel assess = new AssessModel(MODEL, "Tốt");
    Instant now = LocalTime.startOf(day.plusDays(2));
    Refused.forFields(
        () ->
            assess.decide(
                built, official(HOME_AFFAIRS), new Occurrence(now, day.minusDays(1), null, 7)),
        Occurrence.DAY);
    assertThat(assess.decide(built, official(HOME_AFFAIRS), new Occurrence(now, day, null, 7)))
        .hasSize(1);
  }

  @Test
  void theIssuerRewardsWhatIsRecognised() {
    assertThat(REWARD.decide(recognised(), official(PROVINCE), WHEN))
        .containsExactly(
            new ModelRewarded(
                ID, PROVINCE, AwardKind.COMMENDATION, "417/QĐ-UBND", TODAY, "Tổ dân phố 4"));
    Refused.with(
        RefusalCode.NOT_PERMITTED, () -> REWARD.decide(recognised(), official(HOME_AFFAIRS), WHEN));
  }

  @Test
  void aRewardDecidedUponLongAgoIsEnteredWithAReasonAndRepeatedWithoutOne() {
    Occurrence later = new Occurrence(LocalTime.startOf(TODAY.plusDays(8)), null, null, 7);
    Refused.forFields(
        () -> REWARD.decide(recognised(), official(PROVINCE), later), Occurrence.REASON);
    ModelEvent rewarded = REWARD.decide(recognised(), official(PROVINCE), WHEN).getFirst();
    Model model = Model.evolve(recognised(), rewarded, Given.taken(official(PROVINCE).person()));
    assertThat(REWARD.decide(model, official(PROVINCE), later)).isEmpty();
  }

  @Test
  void whatIsProposedUpwardIsRewardedByTheAgencyItWasProposedToAlone() {
    Model proposed =
        model(
            new ModelBuilt(ID, "x"),
            new ModelAssessed(ID, HOME_AFFAIRS, "x"),
            new ModelRecognised(ID, null),
            new ModelProposed(ID, "TW", AwardKind.CERTIFICATE_OF_MERIT, null));
    assertThat(REWARD.decide(proposed, official("TW"), WHEN)).hasSize(1);
    Refused.with(
        RefusalCode.INVALID_STATE, () -> REWARD.decide(proposed, official(PROVINCE), WHEN));
    Refused.with(
        RefusalCode.NOT_PERMITTED, () -> REWARD.decide(proposed, official(HOME_AFFAIRS), WHEN));
    Refused.with(
        RefusalCode.NOT_PERMITTED, () -> REWARD.decide(recognised(), official("TW"), WHEN));
  }

  private static ModelProposed proposal(String to) {
    return new ModelProposed(ID, to, AwardKind.CERTIFICATE_OF_MERIT, null);
  }

  @Test
  void whatWasProposedIsDeclinedByTheAgencyAskedAndStandsWhereItStoodBefore() {
    DeclineProposal decline = new DeclineProposal(MODEL, "Chưa đủ hai năm");
    ProposalDeclined declined = new ProposalDeclined(ID, "TW", "Chưa đủ hai năm");
    Model proposed = Model.evolve(recognised(), proposal("TW"), Given.taken("p." + PROVINCE));
    assertThat(decline.decide(proposed, official("TW"), WHEN)).containsExactly(declined);
    for (String agency : List.of(PROVINCE, HOME_AFFAIRS, DISTRICT)) {
      Refused.with(
          RefusalCode.NOT_PERMITTED, () -> decline.decide(proposed, official(agency), WHEN));
    }
    Refused.forFields(
        () -> new DeclineProposal(MODEL, " ").decide(proposed, official("TW"), WHEN), "reason");
    Model again = Model.evolve(proposed, declined, Given.taken("p.TW"));
    assertThat(again.state()).isEqualTo(ModelState.RECOGNISED);
    assertThat(again.proposed()).as("binds nobody any more").isNull();
    assertThat(decline.decide(again, official("TW"), WHEN)).as("said again").isEmpty();
    Refused.with(RefusalCode.NOT_PERMITTED, () -> REWARD.decide(again, official("TW"), WHEN));
    Model rewarded =
        Model.evolve(
            again,
            REWARD.decide(again, official(PROVINCE), WHEN).getFirst(),
            Given.taken("p." + PROVINCE));
    Model elsewhere = Model.evolve(rewarded, proposal("TW.2"), Given.taken("p." + PROVINCE));
    Model back =
        Model.evolve(elsewhere, new ProposalDeclined(ID, "TW.2", "Đã khen"), Given.taken("p.TW.2"));
    assertThat(back.state()).isEqualTo(ModelState.REWARDED);
  }

  /** The registry, with a centre above the province. */
  private static final Agencies LEVELS =
      Given.agencies(
          List.of(
              Given.registered("TW", null, AgencyLevel.CENTRAL),
              Given.registered(PROVINCE, "TW", AgencyLevel.DISTRICT)));

  private static RewardModel reward(AwardKind award) {
    return new RewardModel(MODEL, award, "417/QĐ-UBND", TODAY, null);
  }

  private static List<ModelEvent> reward(AwardKind award, Model model, String by, Agencies known) {
    return reward(award).decide(model, official(by), WHEN, plans(plan()), known);
  }

  @Test
  void nobodyGrantsAnAwardToWhichTheyHaveNoRight() {
    Agencies province =
        Given.agencies(List.of(Given.registered(PROVINCE, null, AgencyLevel.PROVINCE)));
    assertThat(reward(AwardKind.CERTIFICATE_OF_MERIT, recognised(), PROVINCE, province)).hasSize(1);
    assertThat(reward(AwardKind.COMMENDATION, recognised(), PROVINCE, LEVELS)).hasSize(1);
    Refused.forFields(
        () -> reward(AwardKind.CERTIFICATE_OF_MERIT, recognised(), PROVINCE, LEVELS), "award");
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> reward(AwardKind.CERTIFICATE_OF_MERIT, recognised(), DISTRICT, LEVELS));
  }

  @Test
  void noneIsProposedToWhoeverHasNoRightToIt() {
    Agencies twoLevels =
        Given.agencies(
            List.of(
                Given.registered("TW", null, AgencyLevel.DISTRICT),
                Given.registered(PROVINCE, "TW", AgencyLevel.COMMUNE)));
    ProposeModel propose = new ProposeModel(MODEL, "TW", AwardKind.CERTIFICATE_OF_MERIT, null);
    assertThat(propose.decide(recognised(), official(PROVINCE), WHEN, plans(plan()), LEVELS))
        .hasSize(1);
    Refused.forFields(
        () -> propose.decide(recognised(), official(PROVINCE), WHEN, plans(plan()), twoLevels),
        "award");
  }

  @Test
  void whoIsAskedGrantsWhatWasProposedOrLess() {
    for (AwardKind proposed : AwardKind.values()) {
      Model model =
          Model.evolve(
              recognised(),
              new ModelProposed(ID, "TW", proposed, null),
              Given.taken("p." + PROVINCE));
      assertThat(reward(AwardKind.COMMENDATION, model, "TW", LEVELS)).hasSize(1);
      if (proposed == AwardKind.CERTIFICATE_OF_MERIT) {
        assertThat(reward(AwardKind.CERTIFICATE_OF_MERIT, model, "TW", LEVELS)).hasSize(1);
      } else {
        Refused.forFields(
            () -> reward(AwardKind.CERTIFICATE_OF_MERIT, model, "TW", LEVELS), "award");
      }
    }
  }

  @Test
  void itIsProposedToAnAgencyAboveTheIssuerOnly() {
    Refused.forFields(
        () ->
            new ProposeModel(MODEL, HOME_AFFAIRS, AwardKind.COMMENDATION, null)
                .decide(recognised(), official(PROVINCE), WHEN, plans(plan()), AGENCIES),
        "to");
  }

  @Test
  void anotherAgencyCopiesItOnceAndGetsAModelOfItsOwn() {
    ReplicateModel replicate = new ReplicateModel(MODEL, OTHER_DISTRICT, 2025);
    String copy = ModelId.of(plan().planId(), OTHER_DISTRICT, 2025, TITLE).value();
    ModelReplicated replicated =
        new ModelReplicated(ID, plan().planId(), OTHER_DISTRICT, 2025, TITLE, copy);
    assertThat(
            replicate.decide(recognised(), official(HOME_AFFAIRS), WHEN, plans(plan()), AGENCIES))
        .containsExactly(replicated);
    Model copied =
        model(
            new ModelBuilt(ID, "x"),
            new ModelAssessed(ID, HOME_AFFAIRS, "x"),
            new ModelRecognised(ID, null),
            replicated);
    assertThat(replicate.decide(copied, official(HOME_AFFAIRS), WHEN, plans(plan()), AGENCIES))
        .isEmpty();
    assertThat(
            Refused.with(
                    RefusalCode.INVALID_ARGUMENT,
                    () ->
                        new ReplicateModel(MODEL, DISTRICT, 2025)
                            .decide(
                                recognised(), official(PROVINCE), WHEN, plans(plan()), AGENCIES))
                .errors())
        .containsExactly(FieldError.of("agency", "field.builds-it-already", DISTRICT));
    assertThat(
            new RegisterModel(plan().planId(), OTHER_DISTRICT, 2025, TITLE, null, null, ID)
                .decide(null, Actor.SYSTEM, WHEN, plans(plan()), TASKS, MODELS, AGENCIES))
        .singleElement()
        .isInstanceOfSatisfying(
            ModelRegistered.class,
            registered -> {
              assertThat(registered.modelId()).isEqualTo(copy);
              assertThat(registered.origin()).isEqualTo(ID);
            });
  }

  @Test
  void whatIsRecognisedIsWithdrawnByWhoeverRecognisedItAlone() {
    WithdrawModel withdraw = new WithdrawModel(MODEL, "Trùng");
    assertThat(withdraw.decide(model(), official(DISTRICT), WHEN))
        .containsExactly(new ModelWithdrawn(ID, "Trùng"));
    assertThat(withdraw.decide(recognised(), official(PROVINCE), WHEN))
        .containsExactly(new ModelWithdrawn(ID, "Trùng"));
    Refused.with(
        RefusalCode.INVALID_STATE, () -> withdraw.decide(recognised(), official(DISTRICT), WHEN));
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> withdraw.decide(recognised(), official(HOME_AFFAIRS), WHEN));
  }

  private static TransferModel transfer(String from, String to) {
    return new TransferModel(MODEL, from, to, "Sáp nhập", "Nghị quyết 1/NQ-HĐND");
  }

  private static ModelTransferred transferred(String from, String to) {
    return new ModelTransferred(ID, from, to, "Sáp nhập", "Nghị quyết 1/NQ-HĐND");
  }

  @Test
  void aSuccessorGoesOnWithTheModelOfItsPredecessor() {
    assertThat(transfer(DISTRICT, OTHER_DISTRICT).decide(model(), Actor.SYSTEM, WHEN))
        .containsExactly(transferred(DISTRICT, OTHER_DISTRICT));
    Model moved = model(transferred(DISTRICT, OTHER_DISTRICT));
    assertThat(new BuildModel(MODEL, "Ba tuyến").decide(moved, official(OTHER_DISTRICT), WHEN))
        .hasSize(1);
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> new BuildModel(MODEL, "Ba tuyến").decide(moved, official(DISTRICT), WHEN));
    assertThat(moved.registered()).isEqualTo(model().registered());
    assertThat(transfer(DISTRICT, OTHER_DISTRICT).decide(moved, Actor.SYSTEM, WHEN)).isEmpty();
  }

  @Test
  void whoeverTookOverFromWhomItWasProposedToRewardsIt() {
    Model proposed =
        model(
            new ModelBuilt(ID, "x"),
            new ModelAssessed(ID, HOME_AFFAIRS, "x"),
            new ModelRecognised(ID, null),
            new ModelProposed(ID, "TW", AwardKind.CERTIFICATE_OF_MERIT, null),
            transferred("TW", "TW.2"));
    assertThat(REWARD.decide(proposed, official("TW.2"), WHEN)).hasSize(1);
    Refused.with(RefusalCode.NOT_PERMITTED, () -> REWARD.decide(proposed, official("TW"), WHEN));
  }

  @Test
  void aWithdrawnModelStaysWhereItWasAndOnlyTheSystemTransfers() {
    Refused.with(
        RefusalCode.INVALID_STATE,
        () ->
            transfer(DISTRICT, OTHER_DISTRICT)
                .decide(model(new ModelWithdrawn(ID, "Trùng")), Actor.SYSTEM, WHEN));
    Refused.with(
        RefusalCode.NOT_PERMITTED,
        () -> transfer(DISTRICT, OTHER_DISTRICT).decide(model(), official(DISTRICT), WHEN));
  }
}
