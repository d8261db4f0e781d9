package plantrail.command.mandate.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.command.Subject;
import plantrail.kernel.mandate.MandateEvent;
import plantrail.kernel.mandate.MandateGranted;
import plantrail.kernel.mandate.MandateRevoked;
import plantrail.kernel.mandate.MandateState;
import plantrail.kernel.message.Actor;
import plantrail.kernel.workflow.MandateWorkflow;
import plantrail.kernel.workflow.Relation;

/** A mandate as its record tells. */
public record Mandate(MandateGranted granted, MandateState state, MandateEvent last)
    implements Subject {

  /** The mandate after one more event. */
  public static Mandate evolve(@Nullable Mandate mandate, MandateEvent event) {
    return switch (event) {
      case MandateGranted granted -> new Mandate(granted, MandateState.GRANTED, granted);
      case MandateRevoked revoked -> {
        if (mandate == null) {
          throw new IllegalStateException("A mandate's record begins with its grant");
        }
        yield new Mandate(mandate.granted(), MandateState.REVOKED, revoked);
      }
    };
  }

  @Override
  public LocalDate begun() {
    return granted.validFrom();
  }

  /** Takes a step of the workflow; saying the same again changes nothing. */
  public List<MandateEvent> take(String step, MandateEvent event, Actor actor) {
    Set<Relation> relations = relations(actor);
    MandateWorkflow.TABLE.permit(step, relations);
    if (event.equals(last)) {
      return List.of();
    }
    MandateWorkflow.TABLE.take(step, state, relations);
    return List.of(event);
  }

  /** How the actor stands to it. */
  public Set<Relation> relations(Actor actor) {
    return MandateWorkflow.relations(actor, granted.agency());
  }
}
