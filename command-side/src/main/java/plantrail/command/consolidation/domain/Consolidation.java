package plantrail.command.consolidation.domain;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantrail.command.Subject;
import plantrail.kernel.consolidation.ConsolidationCorrected;
import plantrail.kernel.consolidation.ConsolidationEvent;
import plantrail.kernel.consolidation.ConsolidationForwarded;
import plantrail.kernel.consolidation.ConsolidationRenewed;
import plantrail.kernel.consolidation.ConsolidationReturned;
import plantrail.kernel.consolidation.ConsolidationState;
import plantrail.kernel.consolidation.ReportsConsolidated;
import plantrail.kernel.message.Actor;
import plantrail.kernel.workflow.ConsolidationWorkflow;

/**
 * A consolidation as its record tells.
 *
 * @param prepared how it was made at first
 * @param state how far it has come
 * @param last the last event
 * @param lastBy user name of the person who took the last step
 */
public record Consolidation(
    ReportsConsolidated prepared, ConsolidationState state, ConsolidationEvent last, String lastBy)
    implements Subject {

  /** The consolidation after one more event. */
  public static Consolidation evolve(
      @Nullable Consolidation consolidation, ConsolidationEvent event, String by) {
    return switch (event) {
      case ReportsConsolidated e -> new Consolidation(e, ConsolidationState.PREPARED, e, by);
      case ConsolidationRenewed e -> of(consolidation).after(e, ConsolidationState.PREPARED, by);
      case ConsolidationCorrected e -> of(consolidation).after(e, ConsolidationState.PREPARED, by);
      case ConsolidationForwarded e -> of(consolidation).after(e, ConsolidationState.FORWARDED, by);
      case ConsolidationReturned e -> of(consolidation).after(e, ConsolidationState.RETURNED, by);
    };
  }

  private static Consolidation of(@Nullable Consolidation consolidation) {
    if (consolidation == null) {
      throw new IllegalStateException("A consolidation's record begins with what came in");
    }
    return consolidation;
  }

  private Consolidation after(ConsolidationEvent event, ConsolidationState to, String by) {
    return new Consolidation(prepared, to, event, by);
  }

  @Override
  public String plan() {
    return prepared.planId();
  }

  @Override
  public LocalDate begun() {
    return prepared.happenedOn();
  }

  /**
   * Takes a step of the workflow. The same person saying the same again changes nothing; everybody
   * else is told what is the case.
   */
  public List<ConsolidationEvent> take(String step, ConsolidationEvent event, Actor actor) {
    var relations =
        ConsolidationWorkflow.relations(actor, prepared.channel(), prepared.addressees());
    ConsolidationWorkflow.TABLE.permit(step, relations);
    if (event.equals(last) && actor.person().equals(lastBy)) {
      return List.of();
    }
    ConsolidationWorkflow.TABLE.take(step, state, relations);
    return List.of(event);
  }
}
