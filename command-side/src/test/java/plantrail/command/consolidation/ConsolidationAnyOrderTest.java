package plantrail.command.consolidation;

import static org.assertj.core.api.Assertions.assertThat;
import static plantrail.command.consolidation.ConsolidationSpec.ID;
import static plantrail.command.consolidation.ConsolidationSpec.PERIOD;
import static plantrail.command.consolidation.ConsolidationSpec.PLAN;
import static plantrail.command.consolidation.ConsolidationSpec.RULE;
import static plantrail.command.consolidation.ConsolidationSpec.owed;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantrail.command.AnyOrder;
import plantrail.command.Given;
import plantrail.command.consolidation.consolidatereports.ConsolidateReports;
import plantrail.command.consolidation.correctconsolidation.CorrectConsolidation;
import plantrail.command.consolidation.domain.Consolidation;
import plantrail.command.consolidation.forwardconsolidation.ForwardConsolidation;
import plantrail.command.consolidation.renewconsolidation.RenewConsolidation;
import plantrail.command.consolidation.returnconsolidation.ReturnConsolidation;
import plantrail.command.consolidation.transferconsolidation.TransferConsolidation;
import plantrail.command.platform.CommandRegistry;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Taken;
import plantrail.command.report.domain.OwedReports;
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
import plantrail.kernel.consolidation.Gathered;
import plantrail.kernel.consolidation.ReportsConsolidated;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.Addressee;
import plantrail.kernel.plan.Indicator;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.report.Figure;
import plantrail.kernel.report.ReportEvent;
import plantrail.kernel.report.ReportSubmitted;
import plantrail.kernel.workflow.Relation;

class ConsolidationAnyOrderTest extends AnyOrder<Consolidation, ConsolidationEvent> {
  private static final List<String> REPORTERS = List.of(Given.DISTRICT, Given.OTHER_DISTRICT);

  /** The plan asks for more by then, and for one more agency. */
  private static final PlanIssued AMENDED =
      ConsolidationSpec.amended(
          "Báo cáo khác",
          PLAN.reportingRules().getFirst().form().subList(0, 2),
          List.of(
              new Addressee(Given.PROVINCE, Given.HOME_AFFAIRS),
              new Addressee(Given.FINANCE, Given.HOME_AFFAIRS)));

  @Override
  protected Class<?> aggregate() {
    return ConsolidationAggregate.class;
  }

  @Override
  protected List<Actor> concerned() {
    return List.of(
        Given.official(Given.HOME_AFFAIRS),
        Given.colleague(Given.HOME_AFFAIRS),
        Given.official(Given.PROVINCE),
        Actor.SYSTEM);
  }

  @Override
  protected Attempt<Consolidation, ConsolidationEvent> any(Random random, Occurrence when) {
    String text = random.nextInt(8) == 0 ? " " : "Nội dung " + random.nextInt(3);
    return switch (random.nextInt(6)) {
      case 0 -> {
        OwedReports reports = reports(random, PLAN);
        ConsolidateReports consolidate =
            new ConsolidateReports(PLAN.planId(), RULE, PERIOD, Given.HOME_AFFAIRS, text);
        yield new Attempt<>(
            "consolidate-reports",
            (consolidation, actor) ->
                consolidate.decide(
                    consolidation, actor, when, Given.plans(PLAN), reports, Given.AGENCIES));
      }
      case 1 -> {
        PlanIssued plan = random.nextInt(3) == 0 ? AMENDED : PLAN;
        OwedReports reports = reports(random, plan);
        RenewConsolidation renew = new RenewConsolidation(ID, random.nextBoolean() ? null : text);
        yield step(
            "renew-consolidation",
            (consolidation, actor) ->
                renew.decide(
                    consolidation, actor, when, Given.plans(plan), reports, Given.AGENCIES));
      }
      case 2 -> {
        String content = random.nextBoolean() ? null : "Bản " + random.nextInt(3);
        yield step(new CorrectConsolidation(ID, figures(random), content, text), when);
      }
      case 3 -> step(new ForwardConsolidation(ID, text), when);
      case 4 ->
          step(
              new TransferConsolidation(ID, Given.HOME_AFFAIRS, Given.FINANCE, "sáp nhập", "NQ 1"),
              when);
      default -> step(new ReturnConsolidation(ID, text), when);
    };
  }

  private static Attempt<Consolidation, ConsolidationEvent> step(
      ConsolidationCommand command, Occurrence when) {
    return step(
        CommandRegistry.nameOf(command.getClass()),
        (consolidation, actor) -> command.decide(consolidation, actor, when));
  }

  /** What each has handed in by now, if anything. */
  private static OwedReports reports(Random random, PlanIssued plan) {
    List<Report> all = new ArrayList<>();
    for (String agency : REPORTERS) {
      List<ReportEvent> then = new ArrayList<>();
      if (plan == AMENDED) {
        then.add(ConsolidationSpec.revised(agency, plan));
      }
      if (random.nextBoolean()) {
        then.add(submitted(agency, random));
      }
      all.add(owed(agency, then.toArray(ReportEvent[]::new)));
    }
    return ConsolidationSpec.reports(all.toArray(Report[]::new));
  }

  private static ReportSubmitted submitted(String agency, Random random) {
    ReportSubmitted today = ConsolidationSpec.submitted(agency, String.valueOf(random.nextInt(50)));
    return new ReportSubmitted(
        today.reportId(),
        today.content(),
        Given.TODAY.minusDays(random.nextInt(70)),
        today.figures());
  }

  private static List<Figure> figures(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> List.of();
      case 1 -> List.of(new Figure("files", "nhiều"));
      default -> List.of(new Figure("files", String.valueOf(random.nextInt(50))));
    };
  }

  @Override
  protected Set<Relation> relations(
      Consolidation consolidation, ConsolidationEvent event, Actor actor) {
    return consolidation.relations(actor);
  }

  @Override
  protected Consolidation evolve(
      @Nullable Consolidation consolidation, ConsolidationEvent event, Taken taken) {
    return Consolidation.evolve(consolidation, event, taken);
  }

  @Override
  protected Facts begins(ConsolidationEvent event, Taken taken) {
    ReportsConsolidated e = (ReportsConsolidated) event;
    return fact("prepared", e)
        .with("matter", new Report.Matter(e.title(), e.form()))
        .with("parties", new Consolidation.Parties(e.channel(), e.addressees()))
        .with("state", ConsolidationState.PREPARED)
        .with("figures", e.gathered().figures())
        .with("content", e.content())
        .with("corrections", List.of());
  }

  /** What is said last of each indicator of the form, in its order. */
  @SafeVarargs
  private static List<Figure> standing(List<Indicator> form, List<Figure>... said) {
    Map<String, Optional<Figure>> last = new LinkedHashMap<>();
    form.forEach(each -> last.put(each.id(), Optional.empty()));
    Stream.of(said)
        .flatMap(List::stream)
        .forEach(each -> last.replace(each.indicator(), Optional.of(each)));
    return last.values().stream().flatMap(Optional::stream).toList();
  }

  @Override
  protected Facts leaves(Consolidation before, ConsolidationEvent event, Taken taken) {
    return switch (event) {
      case ReportsConsolidated e -> throw new AssertionError("consolidated twice: " + e);
      case ConsolidationRenewed e -> {
        Asked asked = e.asked();
        List<Indicator> form = asked == null ? before.matter().form() : asked.form();
        Facts facts =
            fact("state", ConsolidationState.PREPARED)
                .with("corrections", e.kept())
                .with(
                    "figures",
                    standing(
                        form,
                        e.gathered().figures(),
                        e.kept().stream().map(Correction::figure).toList(),
                        e.follows()));
        yield asked == null
            ? facts
            : facts
                .with("matter", new Report.Matter(asked.title(), form))
                .with(
                    "parties",
                    new Consolidation.Parties(before.parties().channel(), asked.addressees()));
      }
      case ConsolidationCorrected e -> {
        Set<String> other = new HashSet<>();
        e.figures().forEach(each -> other.add(each.indicator()));
        e.follows().forEach(each -> other.add(each.indicator()));
        List<Correction> corrections = new ArrayList<>(before.corrections());
        corrections.removeIf(each -> other.contains(each.figure().indicator()));
        e.figures().forEach(each -> corrections.add(new Correction(each, e.reason())));
        yield fact("state", ConsolidationState.PREPARED)
            .with(
                "figures",
                standing(before.matter().form(), before.figures(), e.figures(), e.follows()))
            .with("content", e.content() == null ? before.content() : e.content())
            .with("corrections", corrections);
      }
      case ConsolidationForwarded _ -> fact("state", ConsolidationState.FORWARDED);
      case ConsolidationReturned _ -> fact("state", ConsolidationState.RETURNED);
      case ConsolidationTransferred e -> {
        Consolidation.Parties parties = before.parties();
        yield fact(
            "parties",
            new Consolidation.Parties(
                e.inPlaceOf(parties.channel()),
                List.copyOf(
                    new LinkedHashSet<>(
                        parties.addressees().stream().map(e::inPlaceOf).toList()))));
      }
    };
  }

  @Override
  protected void holds(
      @Nullable Consolidation before, ConsolidationEvent event, Consolidation after) {
    switch (event) {
      case ReportsConsolidated e -> {
        assertThat(before).isNull();
        everybodyIsNamedOnce(e.gathered());
      }
      case ConsolidationRenewed e -> {
        follows(before, ConsolidationState.PREPARED, ConsolidationState.RETURNED);
        everybodyIsNamedOnce(e.gathered());
      }
      case ConsolidationCorrected _ ->
          follows(before, ConsolidationState.PREPARED, ConsolidationState.RETURNED);
      case ConsolidationForwarded e -> {
        follows(before, ConsolidationState.PREPARED);
        assertThat(e.addressees()).isEqualTo(Objects.requireNonNull(before).parties().addressees());
      }
      case ConsolidationReturned e -> {
        follows(before, ConsolidationState.FORWARDED);
        assertThat(e.by()).isEqualTo(Given.PROVINCE);
      }
      case ConsolidationTransferred _ -> follows(before, ConsolidationState.values());
    }
  }

  private static void follows(@Nullable Consolidation before, ConsolidationState... from) {
    assertThat(before).isNotNull();
    assertThat(before.state()).isIn((Object[]) from);
  }

  private static void everybodyIsNamedOnce(Gathered gathered) {
    assertThat(
            Stream.concat(
                gathered.cameIn().stream().map(Gathered.CameIn::agency),
                gathered.missing().stream()))
        .containsExactlyInAnyOrderElementsOf(REPORTERS);
  }
}
