package plantrail.command.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.command.AnyOrder;
import plantrail.command.Given;
import plantrail.command.model.assessmodel.AssessModel;
import plantrail.command.model.buildmodel.BuildModel;
import plantrail.command.model.declineproposal.DeclineProposal;
import plantrail.command.model.domain.Model;
import plantrail.command.model.proposemodel.ProposeModel;
import plantrail.command.model.recognisemodel.RecogniseModel;
import plantrail.command.model.registermodel.RegisterModel;
import plantrail.command.model.replicatemodel.ReplicateModel;
import plantrail.command.model.rewardmodel.RewardModel;
import plantrail.command.model.transfermodel.TransferModel;
import plantrail.command.model.withdrawmodel.WithdrawModel;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.CommandRegistry;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Taken;
import plantrail.kernel.agency.AgencyLevel;
import plantrail.kernel.agency.AgencyMoved;
import plantrail.kernel.message.Actor;
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
import plantrail.kernel.workflow.Relation;

class ModelAnyOrderTest extends AnyOrder<Model, ModelEvent> {
  private static final String TITLE = "Tuyến đường tự quản";
  private static final String ABOVE = "TW";
  private static final ModelId MODEL =
      ModelId.of(Given.plan().planId(), Given.DISTRICT, 2024, TITLE);

  /** The registry, with an agency above the issuer. */
  private static final Agencies REGISTRY =
      Given.agencies(
          List.of(
              Given.registered(ABOVE, null, AgencyLevel.CENTRAL),
              new AgencyMoved(Given.PROVINCE, ABOVE, LocalDate.of(2010, 1, 1), "NĐ 1")));

  /** Who may come to stand somewhere, and leave it again. */
  private static final List<String> PLACES =
      List.of(Given.DISTRICT, Given.FINANCE, Given.HOME_AFFAIRS, Given.PROVINCE, ABOVE);

  @Override
  protected Class<?> aggregate() {
    return ModelAggregate.class;
  }

  @Override
  protected List<Actor> concerned() {
    return List.of(
        Given.official(Given.DISTRICT),
        Given.official(Given.HOME_AFFAIRS),
        Given.official(Given.PROVINCE),
        Given.official(ABOVE),
        Actor.SYSTEM);
  }

  @Override
  protected int steps() {
    return 250;
  }

  @Override
  protected Attempt<Model, ModelEvent> any(Random random, Occurrence when) {
    String text = random.nextInt(8) == 0 ? " " : "Văn bản " + random.nextInt(3);
    String agency = anyOf(random, Given.agencies().stream().sorted().toList());
    AwardKind award = anyOf(random, List.of(AwardKind.values()));
    return switch (random.nextInt(24)) {
      case 0, 1, 2 -> {
        RegisterModel register =
            new RegisterModel(Given.plan().planId(), Given.DISTRICT, 2024, TITLE, text, null, null);
        yield new Attempt<>(
            "register-model",
            (model, actor) ->
                register.decide(
                    model,
                    actor,
                    when,
                    Given.plans(Given.plan()),
                    task -> null,
                    none -> null,
                    REGISTRY));
      }
      case 3, 18 -> {
        ProposeModel propose =
            new ProposeModel(MODEL, random.nextBoolean() ? ABOVE : agency, award, text);
        yield new Attempt<>(
            "propose-model",
            (model, actor) ->
                model == null
                    ? List.of()
                    : propose.decide(model, actor, when, Given.plans(Given.plan()), REGISTRY));
      }
      case 4 -> {
        ReplicateModel replicate = new ReplicateModel(MODEL, agency, 2024 + random.nextInt(2));
        yield new Attempt<>(
            "replicate-model",
            (model, actor) ->
                model == null
                    ? List.of()
                    : replicate.decide(model, actor, when, Given.plans(Given.plan()), REGISTRY));
      }
      case 5, 6, 7 -> step(new BuildModel(MODEL, text), when);
      case 8, 9, 10 -> step(new AssessModel(MODEL, text), when);
      case 11, 12 -> step(new RecogniseModel(MODEL, text), when);
      case 13, 14 -> {
        RewardModel reward = new RewardModel(MODEL, award, text, Given.TODAY, null);
        yield new Attempt<>(
            "reward-model",
            (model, actor) ->
                model == null
                    ? List.of()
                    : reward.decide(model, actor, when, Given.plans(Given.plan()), REGISTRY));
      }
      case 15, 20, 21, 22, 23 ->
          step(
              new TransferModel(
                  MODEL, anyOf(random, PLACES), anyOf(random, PLACES), "sáp nhập", "NQ 1"),
              when);
      case 16, 19 -> step(new DeclineProposal(MODEL, text), when);
      default -> step(new WithdrawModel(MODEL, text), when);
    };
  }

  private static Attempt<Model, ModelEvent> step(ModelCommand command, Occurrence when) {
    return new Attempt<>(
        CommandRegistry.nameOf(command.getClass()),
        (model, actor) -> model == null ? List.of() : command.decide(model, actor, when));
  }

  @Override
  protected Set<Relation> relations(Model model, ModelEvent event, Actor actor) {
    return model.relations(actor);
  }

  @Override
  protected Model evolve(@Nullable Model model, ModelEvent event, Taken taken) {
    return Model.evolve(model, event, taken);
  }

  @Override
  protected Facts begins(ModelEvent event, Taken taken) {
    ModelRegistered e = (ModelRegistered) event;
    return fact("registered", e)
        .with("parties", new Model.Parties(e.agency(), e.issuer(), e.focal(), null))
        .with("proposed", null)
        .with("state", ModelState.REGISTERED)
        .with("copies", Set.of());
  }

  private static Facts comesTo(ModelState state) {
    return fact("state", state);
  }

  private static Model.Parties proposedTo(@Nullable String agency, Model.Parties parties) {
    return new Model.Parties(parties.agency(), parties.issuer(), parties.focal(), agency);
  }

  @Override
  protected Facts leaves(Model before, ModelEvent event, Taken taken) {
    Model.Parties parties = before.parties();
    return switch (event) {
      case ModelRegistered e -> throw new AssertionError("registered twice: " + e);
      case ModelBuilt _ -> comesTo(ModelState.BUILT);
      case ModelAssessed _ -> comesTo(ModelState.ASSESSED);
      case ModelRecognised _ -> comesTo(ModelState.RECOGNISED);
      case ModelProposed e ->
          comesTo(ModelState.PROPOSED)
              .with("proposed", e.award())
              .with("parties", proposedTo(e.to(), parties));
      case ProposalDeclined _ -> {
        boolean rewarded =
            before.course().stays().stream().anyMatch(stay -> stay.state().equals("REWARDED"));
        yield comesTo(rewarded ? ModelState.REWARDED : ModelState.RECOGNISED)
            .with("proposed", null)
            .with("parties", proposedTo(null, parties));
      }
      case ModelRewarded _ -> comesTo(ModelState.REWARDED).with("proposed", null);
      case ModelReplicated e -> {
        Set<String> copies = new HashSet<>(before.copies());
        copies.add(e.copy());
        yield fact("copies", copies);
      }
      case ModelTransferred e ->
          fact(
              "parties",
              new Model.Parties(
                  e.inPlaceOf(parties.agency()),
                  e.inPlaceOf(parties.issuer()),
                  parties.focal() == null ? null : e.inPlaceOf(parties.focal()),
                  parties.proposedTo() == null ? null : e.inPlaceOf(parties.proposedTo())));
      case ModelWithdrawn _ -> comesTo(ModelState.WITHDRAWN);
    };
  }

  @Override
  protected void holds(@Nullable Model before, ModelEvent event, Model after) {
    if (before == null) {
      return;
    }
    assertThat(before.state())
        .as("nothing follows the withdrawal")
        .isNotEqualTo(ModelState.WITHDRAWN);
    boolean elsewhere = event instanceof ModelProposed && before.state() == ModelState.PROPOSED;
    boolean stays =
        elsewhere || event instanceof ModelReplicated || event instanceof ModelTransferred;
    assertThat(after.state() == before.state()).isEqualTo(stays);
    if (event instanceof ModelRewarded rewarded) {
      AwardKind proposed = before.proposed();
      assertThat(proposed == null || !rewarded.award().isAbove(proposed)).isTrue();
      assertThat(rewarded.award() == AwardKind.COMMENDATION || rewarded.by().equals(ABOVE))
          .as("a district grants no certificate of merit")
          .isTrue();
    }
    if (event instanceof ModelTransferred e) {
      assertThat(before.parties().include(e.predecessor())).as("whose place is taken").isTrue();
    }
  }
}
