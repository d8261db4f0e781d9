package plantrail.command.model.domain;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.command.Course;
import plantrail.command.Stepwise;
import plantrail.command.platform.Taken;
import plantrail.kernel.message.Actor;
import plantrail.kernel.model.AwardKind;
import plantrail.kernel.model.ModelAssessed;
import plantrail.kernel.model.ModelBuilt;
import plantrail.kernel.model.ModelEvent;
import plantrail.kernel.model.ModelProposed;
import plantrail.kernel.model.ModelRecognised;
import plantrail.kernel.model.ModelRegistered;
import plantrail.kernel.model.ModelReplicated;
import plantrail.kernel.model.ModelRewarded;
import plantrail.kernel.model.ModelState;
import plantrail.kernel.model.ModelTransferred;
import plantrail.kernel.model.ModelWithdrawn;
import plantrail.kernel.model.ProposalDeclined;
import plantrail.kernel.workflow.ModelWorkflow;
import plantrail.kernel.workflow.Relation;
import plantrail.kernel.workflow.Workflow;

/**
 * A model as its record tells.
 *
 * @param registered how it was registered
 * @param parties who stands where now
 * @param proposed the award for which it was proposed and that is not decided upon; null if none
 * @param state how far it has come
 * @param copies identifiers of its copies
 * @param course how it came to its present state
 */
public record Model(
    ModelRegistered registered,
    Parties parties,
    @Nullable AwardKind proposed,
    ModelState state,
    Set<String> copies,
    Course<ModelEvent> course)
    implements Stepwise<ModelEvent> {
  public Model {
    copies = Set.copyOf(copies);
  }

  /**
   * Who stands where.
   *
   * @param agency code of the agency that builds it
   * @param issuer code of the agency that issued the plan
   * @param focal code of the plan's focal agency; null if none
   * @param proposedTo code of the agency that it was proposed to; null if to none
   */
  public record Parties(
      String agency, String issuer, @Nullable String focal, @Nullable String proposedTo) {

    Parties after(ModelEvent event) {
      return switch (event) {
        case ModelProposed e -> new Parties(agency, issuer, focal, e.to());
        case ProposalDeclined e -> new Parties(agency, issuer, focal, null);
        case ModelTransferred e ->
            new Parties(
                e.inPlaceOf(agency),
                e.inPlaceOf(issuer),
                focal == null ? null : e.inPlaceOf(focal),
                proposedTo == null ? null : e.inPlaceOf(proposedTo));
        default -> this;
      };
    }

    /** Whether that agency stands anywhere. */
    public boolean include(String agency) {
      return this.agency.equals(agency)
          || issuer.equals(agency)
          || agency.equals(focal)
          || agency.equals(proposedTo);
    }
  }

  /** The model after one more event. */
  public static Model evolve(@Nullable Model model, ModelEvent event, Taken taken) {
    if (event instanceof ModelRegistered registered) {
      return new Model(
          registered,
          new Parties(registered.agency(), registered.issuer(), registered.focal(), null),
          null,
          ModelState.REGISTERED,
          Set.of(),
          Course.beginning(ModelState.REGISTERED, registered.registeredOn(), registered, taken));
    }
    if (model == null) {
      throw new IllegalStateException("A model's record begins with its registration");
    }
    ModelState next = model.stateAfter(event);
    return new Model(
        model.registered,
        model.parties.after(event),
        model.proposedAfter(event),
        next,
        model.copiesAfter(event),
        model.course.after(next, event, taken));
  }

  private @Nullable AwardKind proposedAfter(ModelEvent event) {
    return switch (event) {
      case ModelProposed e -> e.award();
      case ModelRewarded _, ProposalDeclined _ -> null;
      default -> proposed;
    };
  }

  private ModelState stateAfter(ModelEvent event) {
    return switch (event) {
      case ModelRegistered e -> ModelState.REGISTERED;
      case ModelBuilt e -> ModelState.BUILT;
      case ModelAssessed e -> ModelState.ASSESSED;
      case ModelRecognised e -> ModelState.RECOGNISED;
      case ModelProposed e -> ModelState.PROPOSED;
      case ProposalDeclined e -> ModelWorkflow.declined(rewarded());
      case ModelRewarded e -> ModelState.REWARDED;
      case ModelReplicated e -> state;
      case ModelTransferred e -> state;
      case ModelWithdrawn e -> ModelState.WITHDRAWN;
    };
  }

  private boolean rewarded() {
    return course.stays().stream()
        .anyMatch(stay -> stay.state().equals(ModelState.REWARDED.name()));
  }

  private Set<String> copiesAfter(ModelEvent event) {
    if (!(event instanceof ModelReplicated replicated)) {
      return copies;
    }
    Set<String> more = new HashSet<>(copies);
    more.add(replicated.copy());
    return more;
  }

  @Override
  public String plan() {
    return registered.planId();
  }

  @Override
  public Workflow<ModelState> workflow() {
    return ModelWorkflow.TABLE.at(course.workflows());
  }

  /** Whoever declined a proposal stands in no relation any more, and may still say so again. */
  @Override
  public List<ModelEvent> take(String step, ModelEvent event, Actor actor) {
    return event instanceof ProposalDeclined
        ? once(event, actor, () -> open(step, actor))
        : Stepwise.super.take(step, event, actor);
  }

  @Override
  public void open(String step, Actor actor) {
    Set<Relation> relations = relations(actor);
    workflow().take(step, state, relations, ModelWorkflow.conditions(state, relations));
  }

  @Override
  public Set<Relation> relations(Actor actor) {
    return ModelWorkflow.relations(
        actor, parties.agency, parties.issuer, parties.focal, parties.proposedTo);
  }
}
