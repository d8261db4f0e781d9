package plantrail.command.model.domain;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.command.Subject;
import plantrail.kernel.message.Actor;
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
import plantrail.kernel.workflow.ModelWorkflow;
import plantrail.kernel.workflow.Relation;

/**
 * A model as its record tells.
 *
 * @param registered how it was registered
 * @param parties who stands where now
 * @param state how far it has come
 * @param copies identifiers of its copies
 * @param last the last event
 * @param lastBy user name of the person who took the last step
 */
public record Model(
    ModelRegistered registered,
    Parties parties,
    ModelState state,
    Set<String> copies,
    ModelEvent last,
    String lastBy)
    implements Subject {
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
  public static Model evolve(@Nullable Model model, ModelEvent event, String by) {
    if (event instanceof ModelRegistered registered) {
      return new Model(
          registered,
          new Parties(registered.agency(), registered.issuer(), registered.focal(), null),
          ModelState.REGISTERED,
          Set.of(),
          registered,
          by);
    }
    if (model == null) {
      throw new IllegalStateException("A model's record begins with its registration");
    }
    return new Model(
        model.registered,
        model.parties.after(event),
        model.stateAfter(event),
        model.copiesAfter(event),
        event,
        by);
  }

  private ModelState stateAfter(ModelEvent event) {
    return switch (event) {
      case ModelRegistered e -> ModelState.REGISTERED;
      case ModelBuilt e -> ModelState.BUILT;
      case ModelAssessed e -> ModelState.ASSESSED;
      case ModelRecognised e -> ModelState.RECOGNISED;
      case ModelProposed e -> ModelState.PROPOSED;
      case ModelRewarded e -> ModelState.REWARDED;
      case ModelReplicated e -> state;
      case ModelTransferred e -> state;
      case ModelWithdrawn e -> ModelState.WITHDRAWN;
    };
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
  public LocalDate begun() {
    return registered.registeredOn();
  }

  /** Takes a step of the workflow; the same person saying the same again changes nothing. */
  public List<ModelEvent> take(String step, ModelEvent event, Actor actor) {
    ModelWorkflow.TABLE.permit(step, relations(actor));
    if (event.equals(last) && actor.person().equals(lastBy)) {
      return List.of();
    }
    open(step, actor);
    return List.of(event);
  }

  /** Refuses unless the actor may take the step now. */
  public void open(String step, Actor actor) {
    Set<Relation> relations = relations(actor);
    ModelWorkflow.TABLE.take(step, state, relations, ModelWorkflow.conditions(state, relations));
  }

  /** How the actor stands to it. */
  public Set<Relation> relations(Actor actor) {
    return ModelWorkflow.relations(
        actor, parties.agency, parties.issuer, parties.focal, parties.proposedTo);
  }
}
