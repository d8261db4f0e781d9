package plantrail.query.consolidations;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.consolidation.ConsolidationCorrected;
import plantrail.kernel.consolidation.ConsolidationEvent;
import plantrail.kernel.consolidation.ConsolidationForwarded;
import plantrail.kernel.consolidation.ConsolidationRenewed;
import plantrail.kernel.consolidation.ConsolidationReturned;
import plantrail.kernel.consolidation.ConsolidationState;
import plantrail.kernel.consolidation.ConsolidationTransferred;
import plantrail.kernel.consolidation.Gathered;
import plantrail.kernel.consolidation.Gathered.CameIn;
import plantrail.kernel.consolidation.ReportsConsolidated;
import plantrail.kernel.plan.Indicator;
import plantrail.kernel.report.Figure;

/** A consolidation as its events leave it. */
record ConsolidationRow(
    String id,
    String plan,
    String document,
    String rule,
    String title,
    String period,
    String channel,
    List<String> addressees,
    List<Indicator> form,
    List<CameIn> cameIn,
    List<String> missing,
    List<Figure> computed,
    List<Figure> figures,
    @Nullable String content,
    ConsolidationState state,
    LocalDate preparedOn,
    @Nullable LocalDate forwardedOn,
    @Nullable String returnReason) {

  static ConsolidationRow after(@Nullable ConsolidationRow row, ConsolidationEvent event) {
    return switch (event) {
      case ReportsConsolidated e ->
          new ConsolidationRow(
              e.consolidationId(),
              e.planId(),
              e.document(),
              e.rule(),
              e.title(),
              e.period(),
              e.channel(),
              e.addressees(),
              e.form(),
              e.gathered().cameIn(),
              e.gathered().missing(),
              e.gathered().figures(),
              e.gathered().figures(),
              e.content(),
              ConsolidationState.PREPARED,
              e.happenedOn(),
              null,
              null);
      case ConsolidationRenewed e -> of(row).made(e.gathered(), e.happenedOn());
      case ConsolidationCorrected e -> of(row).corrected(e);
      case ConsolidationForwarded e ->
          of(row).moved(ConsolidationState.FORWARDED, e.happenedOn(), null);
      case ConsolidationReturned e ->
          of(row).moved(ConsolidationState.RETURNED, of(row).forwardedOn, e.reason());
      case ConsolidationTransferred e -> of(row).transferred(e);
    };
  }

  private static ConsolidationRow of(@Nullable ConsolidationRow row) {
    return Objects.requireNonNull(row);
  }

  private ConsolidationRow transferred(ConsolidationTransferred event) {
    return new ConsolidationRow(
        id,
        plan,
        document,
        rule,
        title,
        period,
        event.inPlaceOf(channel),
        addressees.stream().map(event::inPlaceOf).distinct().toList(),
        form,
        cameIn,
        missing,
        computed,
        figures,
        content,
        state,
        preparedOn,
        forwardedOn,
        returnReason);
  }

  private ConsolidationRow made(Gathered gathered, LocalDate on) {
    return new ConsolidationRow(
        id,
        plan,
        document,
        rule,
        title,
        period,
        channel,
        addressees,
        form,
        gathered.cameIn(),
        gathered.missing(),
        gathered.figures(),
        gathered.figures(),
        content,
        ConsolidationState.PREPARED,
        on,
        forwardedOn,
        null);
  }

  private ConsolidationRow corrected(ConsolidationCorrected by) {
    return standing(
        corrected(by.figures()),
        by.content() == null ? content : by.content(),
        ConsolidationState.PREPARED,
        forwardedOn,
        null);
  }

  private ConsolidationRow moved(
      ConsolidationState to, @Nullable LocalDate on, @Nullable String reason) {
    return standing(figures, content, to, on, reason);
  }

  private ConsolidationRow standing(
      List<Figure> figures,
      @Nullable String content,
      ConsolidationState state,
      @Nullable LocalDate forwardedOn,
      @Nullable String returnReason) {
    return new ConsolidationRow(
        id,
        plan,
        document,
        rule,
        title,
        period,
        channel,
        addressees,
        form,
        cameIn,
        missing,
        computed,
        figures,
        content,
        state,
        preparedOn,
        forwardedOn,
        returnReason);
  }

  /** The figures in the order of the form, those in the place of what stood there. */
  private List<Figure> corrected(List<Figure> by) {
    Map<String, Figure> standing =
        Stream.concat(figures.stream(), by.stream())
            .collect(Collectors.toMap(Figure::indicator, each -> each, (old, now) -> now));
    return form.stream()
        .map(indicator -> standing.get(indicator.id()))
        .filter(Objects::nonNull)
        .toList();
  }
}
