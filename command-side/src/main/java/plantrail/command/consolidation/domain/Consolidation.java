package plantrail.command.consolidation.domain;

import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantrail.command.Course;
import plantrail.command.Stepwise;
import plantrail.command.platform.Taken;
import plantrail.command.report.domain.Report;
import plantrail.kernel.consolidation.Asked;
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
import plantrail.kernel.workflow.Workflow;

/**
 * A consolidation as its record tells.
 *
 * @param prepared how it was made at first
 * @param matter what the reports are about, and its form, as it was made last
 * @param parties who stands where now
 * @param state how far it has come
 * @param figures the figures as they stand
 * @param content the text as it stands; null if there is none
 * @param corrections those of them that stand there by hand
 * @param course how it came to its present state
 */
public record Consolidation(
    ReportsConsolidated prepared,
    Report.Matter matter,
    Parties parties,
    ConsolidationState state,
    List<Figure> figures,
    @Nullable String content,
    List<Correction> corrections,
    Course<ConsolidationEvent> course)
    implements Stepwise<ConsolidationEvent> {
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

    private Parties after(ConsolidationEvent event) {
      return switch (event) {
        case ConsolidationTransferred e ->
            new Parties(
                e.inPlaceOf(channel), addressees.stream().map(e::inPlaceOf).distinct().toList());
        case ConsolidationRenewed e -> asked(e.asked());
        default -> this;
      };
    }

    private Parties asked(@Nullable Asked anew) {
      return anew == null ? this : new Parties(channel, anew.addressees());
    }

    /** Whether that agency stands anywhere. */
    public boolean include(String agency) {
      return channel.equals(agency) || addressees.contains(agency);
    }
  }

  /** The consolidation after one more event. */
  public static Consolidation evolve(
      @Nullable Consolidation consolidation, ConsolidationEvent event, Taken taken) {
    return event instanceof ReportsConsolidated e
        ? new Consolidation(
            e,
            new Report.Matter(e.title(), e.form()),
            new Parties(e.channel(), e.addressees()),
            ConsolidationState.PREPARED,
            e.gathered().figures(),
            e.content(),
            List.of(),
            Course.beginning(ConsolidationState.PREPARED, e.happenedOn(), e, taken))
        : of(consolidation).after(event, taken);
  }

  private static Consolidation of(@Nullable Consolidation consolidation) {
    if (consolidation == null) {
      throw new IllegalStateException("A consolidation's record begins with what came in");
    }
    return consolidation;
  }

  private Consolidation after(ConsolidationEvent event, Taken taken) {
    ConsolidationState next = stateAfter(event);
    return new Consolidation(
        prepared,
        matterAfter(event),
        parties.after(event),
        next,
        figuresAfter(event),
        event instanceof ConsolidationCorrected e && e.content() != null ? e.content() : content,
        correctionsAfter(event),
        course.after(next, event, taken));
  }

  private ConsolidationState stateAfter(ConsolidationEvent event) {
    return switch (event) {
      case ReportsConsolidated e -> ConsolidationState.PREPARED;
      case ConsolidationRenewed e -> ConsolidationState.PREPARED;
      case ConsolidationCorrected e -> ConsolidationState.PREPARED;
      case ConsolidationForwarded e -> ConsolidationState.FORWARDED;
      case ConsolidationReturned e -> ConsolidationState.RETURNED;
      case ConsolidationTransferred e -> state;
    };
  }

  private Report.Matter matterAfter(ConsolidationEvent event) {
    Asked asked = event instanceof ConsolidationRenewed e ? e.asked() : null;
    return asked == null ? matter : new Report.Matter(asked.title(), asked.form());
  }

  private List<Figure> figuresAfter(ConsolidationEvent event) {
    return switch (event) {
      case ConsolidationRenewed e ->
          RollUp.replaced(matterAfter(e).form(), e.gathered().figures(), e.inPlace());
      case ConsolidationCorrected e -> RollUp.replaced(matter.form(), figures, e.inPlace());
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
  public Workflow<ConsolidationState> workflow() {
    return ConsolidationWorkflow.TABLE.at(course.workflows());
  }

  @Override
  public void open(String step, Actor actor) {
    workflow().take(step, state, relations(actor));
  }

  @Override
  public Set<Relation> relations(Actor actor) {
    return ConsolidationWorkflow.relations(actor, parties.channel, parties.addressees);
  }
}
