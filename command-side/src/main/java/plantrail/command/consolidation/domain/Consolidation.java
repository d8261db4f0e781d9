package plantrail.command.consolidation.domain;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantrail.command.Subject;
import plantrail.kernel.consolidation.ConsolidationCorrected;
import plantrail.kernel.consolidation.ConsolidationEvent;
import plantrail.kernel.consolidation.ConsolidationForwarded;
import plantrail.kernel.consolidation.ConsolidationRenewed;
import plantrail.kernel.consolidation.ConsolidationReturned;
import plantrail.kernel.consolidation.ConsolidationState;
import plantrail.kernel.consolidation.ConsolidationTransferred;
import plantrail.kernel.consolidation.Correction;
import plantrail.kernel.consolidation.ReportsConsolidated;
import plantrail.kernel.message.Actor;
import plantrail.kernel.report.Figure;
import plantrail.kernel.report.RollUp;
import plantrail.kernel.workflow.ConsolidationWorkflow;
import plantrail.kernel.workflow.Relation;

/**
 * A consolidation as its record tells.
 *
 * @param prepared how it was made at first
 * @param parties who stands where now
 * @param state how far it has come
 * @param figures the figures as they stand
 * @param corrections those of them that stand there by hand
 * @param last the last event
 * @param lastBy user name of the person who took the last step
 */
public record Consolidation(
    ReportsConsolidated prepared,
    Parties parties,
    ConsolidationState state,
    List<Figure> figures,
    List<Correction> corrections,
    ConsolidationEvent last,
    String lastBy)
    implements Subject {
  public Consolidation {
    figures = List.copyOf(figures);
    corrections = List.copyOf(corrections);
  }

  /**
   * Who stands where.
   *
   * @param channel code of the agency that consolidates
   * @param addressees codes of the agencies that it is for
   */
  public record Parties(String channel, List<String> addressees) {
    public Parties {
      addressees = List.copyOf(addressees);
    }

    Parties after(ConsolidationTransferred e) {
      return new Parties(
          e.inPlaceOf(channel), addressees.stream().map(e::inPlaceOf).distinct().toList());
    }

    /** Whether that agency stands anywhere. */
    public boolean include(String agency) {
      return channel.equals(agency) || addressees.contains(agency);
    }
  }

  /** The consolidation after one more event. */
  public static Consolidation evolve(
      @Nullable Consolidation consolidation, ConsolidationEvent event, String by) {
    return switch (event) {
      case ReportsConsolidated e ->
          new Consolidation(
              e,
              new Parties(e.channel(), e.addressees()),
              ConsolidationState.PREPARED,
              e.gathered().figures(),
              List.of(),
              e,
              by);
      case ConsolidationRenewed e -> of(consolidation).after(e, ConsolidationState.PREPARED, by);
      case ConsolidationCorrected e -> of(consolidation).after(e, ConsolidationState.PREPARED, by);
      case ConsolidationForwarded e -> of(consolidation).after(e, ConsolidationState.FORWARDED, by);
      case ConsolidationReturned e -> of(consolidation).after(e, ConsolidationState.RETURNED, by);
      case ConsolidationTransferred e -> of(consolidation).after(e, of(consolidation).state, by);
    };
  }

  private static Consolidation of(@Nullable Consolidation consolidation) {
    if (consolidation == null) {
      throw new IllegalStateException("A consolidation's record begins with what came in");
    }
    return consolidation;
  }

  private Consolidation after(ConsolidationEvent event, ConsolidationState to, String by) {
    return new Consolidation(
        prepared,
        event instanceof ConsolidationTransferred e ? parties.after(e) : parties,
        to,
        figuresAfter(event),
        correctionsAfter(event),
        event,
        by);
  }

  private List<Figure> figuresAfter(ConsolidationEvent event) {
    return switch (event) {
      case ConsolidationRenewed e ->
          RollUp.replaced(prepared.form(), e.gathered().figures(), e.inPlace());
      case ConsolidationCorrected e -> RollUp.replaced(prepared.form(), figures, e.inPlace());
      default -> figures;
    };
  }

  private List<Correction> correctionsAfter(ConsolidationEvent event) {
    return switch (event) {
      case ConsolidationRenewed e -> e.kept();
      case ConsolidationCorrected e -> {
        Set<String> other = e.inPlace().stream().map(Figure::indicator).collect(toSet());
        yield Stream.concat(
                corrections.stream().filter(each -> !other.contains(each.figure().indicator())),
                e.figures().stream().map(figure -> new Correction(figure, e.reason())))
            .toList();
      }
      default -> corrections;
    };
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
    ConsolidationWorkflow.TABLE.permit(step, relations(actor));
    if (event.equals(last) && actor.person().equals(lastBy)) {
      return List.of();
    }
    open(step, actor);
    return List.of(event);
  }

  /** Refuses unless the actor may take the step now. */
  public void open(String step, Actor actor) {
    ConsolidationWorkflow.TABLE.take(step, state, relations(actor));
  }

  /** How the actor stands to it. */
  public Set<Relation> relations(Actor actor) {
    return ConsolidationWorkflow.relations(actor, parties.channel, parties.addressees);
  }
}
