package plantrail.command.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import plantrail.command.AnyOrder;
import plantrail.command.Given;
import plantrail.command.platform.CommandRegistry;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Taken;
import plantrail.command.target.changetarget.ChangeTarget;
import plantrail.command.target.correctmeasurement.CorrectMeasurement;
import plantrail.command.target.domain.Target;
import plantrail.command.target.recordmeasurement.RecordMeasurement;
import plantrail.command.target.settarget.SetTarget;
import plantrail.command.target.transfertarget.TransferTarget;
import plantrail.command.target.withdrawtarget.WithdrawTarget;
import plantrail.kernel.message.Actor;
import plantrail.kernel.plan.Comparison;
import plantrail.kernel.plan.Product;
import plantrail.kernel.target.MeasurementCorrected;
import plantrail.kernel.target.MeasurementRecorded;
import plantrail.kernel.target.TargetChanged;
import plantrail.kernel.target.TargetEvent;
import plantrail.kernel.target.TargetId;
import plantrail.kernel.target.TargetSet;
import plantrail.kernel.target.TargetState;
import plantrail.kernel.target.TargetTransferred;
import plantrail.kernel.target.TargetWithdrawn;
import plantrail.kernel.workflow.Relation;

class TargetAnyOrderTest extends AnyOrder<Target, TargetEvent> {
  private static final TargetId TARGET = TargetId.of(Given.plan().planId(), "T1");
  private static final LocalDate BY = LocalDate.of(2024, 12, 31);

  /** Who may come to stand somewhere, and leave it again. */
  private static final List<String> PLACES =
      List.of(Given.DISTRICT, Given.FINANCE, Given.HOME_AFFAIRS, Given.PROVINCE);

  @Override
  protected Class<?> aggregate() {
    return TargetAggregate.class;
  }

  @Override
  protected List<Actor> concerned() {
    return List.of(
        Given.official(Given.DISTRICT),
        Given.official(Given.HOME_AFFAIRS),
        Given.official(Given.PROVINCE),
        Actor.SYSTEM);
  }

  @Override
  protected int steps() {
    return 120;
  }

  @Override
  protected Attempt<Target, TargetEvent> any(Random random, Occurrence when) {
    BigDecimal value = BigDecimal.valueOf(random.nextInt(3), 1);
    BigDecimal other = random.nextBoolean() ? value : null;
    Comparison comparison = anyOf(random, List.of(Comparison.values()));
    List<String> known = Given.agencies().stream().sorted().toList();
    List<String> measured = measured(random, known);
    Product counts = random.nextInt(8) == 0 ? anyOf(random, List.of(Product.values())) : null;
    String text = random.nextInt(8) == 0 ? " " : "Văn bản " + random.nextInt(3);
    if (random.nextInt(8) == 0) {
      SetTarget set =
          new SetTarget(
              Given.plan().planId(),
              "T1",
              "Tỷ lệ",
              comparison,
              other,
              "%",
              BY,
              counts,
              null,
              measured,
              random.nextBoolean() ? text : null,
              "CV 3");
      return new Attempt<>(
          "set-target",
          (target, actor) ->
              set.decide(target, actor, when, Given.plans(Given.plan()), Given.AGENCIES));
    }
    String agency = anyOf(random, known);
    LocalDate day = Given.TODAY.plusDays(random.nextInt(4) - 2);
    if (random.nextBoolean()) {
      RecordMeasurement record = new RecordMeasurement(TARGET, agency, day, value, other, text);
      return new Attempt<>(
          "record-measurement",
          (target, actor) ->
              target == null
                  ? List.of()
                  : record.decide(target, actor, when, Given.plans(Given.plan()), Given.AGENCIES));
    }
    if (random.nextInt(4) == 0) {
      ChangeTarget change =
          new ChangeTarget(
              TARGET, "Tỷ lệ", comparison, other, "%", BY, counts, null, measured, text, "CV 3");
      return step(
          "change-target",
          (target, actor) ->
              change.decide(target, actor, when, Given.plans(Given.plan()), Given.AGENCIES));
    }
    TargetCommand command =
        switch (random.nextInt(12)) {
          case 0 -> new WithdrawTarget(TARGET, text, "CV 3");
          case 1, 2, 3, 4, 5, 6 ->
              new TransferTarget(
                  TARGET, anyOf(random, PLACES), anyOf(random, PLACES), "sáp nhập", "NQ 1");
          default -> new CorrectMeasurement(TARGET, agency, day, value, other, text);
        };
    return new Attempt<>(
        CommandRegistry.nameOf(command.getClass()),
        (target, actor) -> target == null ? List.of() : command.decide(target, actor, when));
  }

  /** Who is said to be measured, if it is said: at times nobody any more, or one twice. */
  private static @Nullable List<String> measured(Random random, List<String> known) {
    if (random.nextInt(3) == 0) {
      return null;
    }
    List<String> some = new ArrayList<>();
    while (random.nextInt(3) > 0) {
      some.add(random.nextInt(20) == 0 ? "none" : anyOf(random, known));
    }
    return some;
  }

  @Override
  protected Set<Relation> relations(Target target, TargetEvent event, Actor actor) {
    return switch (event) {
      case MeasurementRecorded e -> target.relationsToMeasurement(actor, e.agency());
      case MeasurementCorrected e -> target.relationsToMeasurement(actor, e.agency());
      default -> target.relations(actor);
    };
  }

  @Override
  protected Target evolve(@Nullable Target target, TargetEvent event, Taken taken) {
    return Target.evolve(target, event, taken);
  }

  @Override
  protected Facts begins(TargetEvent event, Taken taken) {
    TargetSet e = (TargetSet) event;
    return fact("set", e)
        .with("parties", new Target.Parties(e.issuer(), e.focal()))
        .with("state", TargetState.SET)
        .with(
            "promise",
            new Target.Promise(
                e.indicator(),
                e.comparison(),
                e.value(),
                e.unit(),
                e.byWhen(),
                e.counts(),
                e.countsFrom(),
                e.agencies()))
        .with("first", e.agencies())
        .with("measured", Map.of());
  }

  private static Facts measured(Target before, String agency, LocalDate day, Target.Value value) {
    Map<String, Map<LocalDate, Target.Value>> all = new HashMap<>(before.measured());
    Map<LocalDate, Target.Value> there = new HashMap<>(all.getOrDefault(agency, Map.of()));
    there.put(day, value);
    all.put(agency, there);
    return fact("measured", all);
  }

  @Override
  protected Facts leaves(Target before, TargetEvent event, Taken taken) {
    Target.Promise promise = before.promise();
    return switch (event) {
      case TargetSet e -> throw new AssertionError("set twice: " + e);
      case TargetChanged e ->
          fact(
              "promise",
              new Target.Promise(
                  e.indicator(),
                  e.comparison(),
                  e.value(),
                  e.unit(),
                  e.byWhen(),
                  e.counts(),
                  e.countsFrom(),
                  e.agencies()));
      case MeasurementRecorded e ->
          measured(before, e.agency(), e.day(), new Target.Value(e.value(), e.lastYear()));
      case MeasurementCorrected e ->
          measured(before, e.agency(), e.day(), new Target.Value(e.value(), e.lastYear()));
      case TargetTransferred e -> {
        Target.Parties parties = before.parties();
        yield fact(
                "parties",
                new Target.Parties(
                    e.inPlaceOf(parties.issuer()),
                    parties.focal() == null ? null : e.inPlaceOf(parties.focal())))
            .with(
                "promise",
                new Target.Promise(
                    promise.indicator(),
                    promise.comparison(),
                    promise.value(),
                    promise.unit(),
                    promise.byWhen(),
                    promise.counts(),
                    promise.countsFrom(),
                    succeeded(promise.agencies(), before, e)))
            .with("first", succeeded(before.first(), before, e));
      }
      case TargetWithdrawn _ -> fact("state", TargetState.WITHDRAWN);
    };
  }

  private static @Nullable List<String> succeeded(
      @Nullable List<String> agencies, Target before, TargetTransferred e) {
    return agencies == null || before.measured().containsKey(e.predecessor())
        ? agencies
        : List.copyOf(new TreeSet<>(agencies.stream().map(e::inPlaceOf).toList()));
  }

  @Override
  protected void holds(@Nullable Target before, TargetEvent event, Target after) {
    if (before == null) {
      return;
    }
    assertThat(before.state()).as("nothing follows the end").isEqualTo(TargetState.SET);
    switch (event) {
      case TargetChanged changed -> {
        assertThat(changed.oldValue()).isEqualTo(before.promise().value());
        assertThat(after.promise()).isNotEqualTo(before.promise());
      }
      case MeasurementRecorded recorded ->
          assertThat(before.measured(recorded.agency(), recorded.day())).isNull();
      case MeasurementCorrected corrected ->
          assertThat(before.measured(corrected.agency(), corrected.day()))
              .isNotNull()
              .extracting(Target.Value::value)
              .isEqualTo(corrected.oldValue());
      case TargetTransferred moved ->
          assertThat(
                  before.parties().include(moved.predecessor())
                      || (before.binds(moved.predecessor())
                              || before.first() != null
                                  && before.first().contains(moved.predecessor()))
                          && !before.measured().containsKey(moved.predecessor()))
              .as("whose place is taken")
              .isTrue();
      default -> {}
    }
  }
}
