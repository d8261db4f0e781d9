package plantrail.query.consolidations;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.consolidation.Asked;
import plantrail.kernel.consolidation.ConsolidationCorrected;
import plantrail.kernel.consolidation.ConsolidationEvent;
import plantrail.kernel.consolidation.ConsolidationForwarded;
import plantrail.kernel.consolidation.ConsolidationRenewed;
import plantrail.kernel.consolidation.ConsolidationReturned;
import plantrail.kernel.consolidation.ConsolidationState;
import plantrail.kernel.consolidation.ConsolidationTransferred;
import plantrail.kernel.consolidation.Gathered;
import plantrail.kernel.consolidation.Gathered.CameIn;
import plantrail.kernel.consolidation.Gathered.Missing;
import plantrail.kernel.consolidation.ReportsConsolidated;
import plantrail.kernel.plan.Indicator;
import plantrail.kernel.report.Figure;
import plantrail.kernel.report.RollUp;

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
    List<Missing> missing,
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
              e.gathered().notHandedIn(),
              e.gathered().figures(),
              e.gathered().figures(),
              e.content(),
              ConsolidationState.PREPARED,
              e.happenedOn(),
              null,
              null);
      case ConsolidationRenewed e -> of(row).made(e);
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

  private ConsolidationRow made(ConsolidationRenewed anew) {
    Gathered gathered = anew.gathered();
    Asked asked =
        Objects.requireNonNullElseGet(anew.asked(), () -> new Asked(title, form, addressees));
    return new ConsolidationRow(
        id,
        plan,
        document,
        rule,
        asked.title(),
        period,
        channel,
        asked.addressees(),
        asked.form(),
        gathered.cameIn(),
        gathered.notHandedIn(),
        gathered.figures(),
        RollUp.replaced(asked.form(), gathered.figures(), anew.inPlace()),
        content,
        ConsolidationState.PREPARED,
        anew.happenedOn(),
        forwardedOn,
        null);
  }

  private ConsolidationRow corrected(ConsolidationCorrected by) {
    return standing(
        RollUp.replaced(form, figures, by.inPlace()),
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
}
