package plantrail.command.target.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.command.Subject;
import plantrail.command.platform.Check;
import plantrail.kernel.message.Actor;
import plantrail.kernel.model.ModelState;
import plantrail.kernel.plan.Comparison;
import plantrail.kernel.plan.Product;
import plantrail.kernel.target.MeasurementCorrected;
import plantrail.kernel.target.MeasurementRecorded;
import plantrail.kernel.target.TargetChanged;
import plantrail.kernel.target.TargetEvent;
import plantrail.kernel.target.TargetSet;
import plantrail.kernel.target.TargetState;
import plantrail.kernel.target.TargetTransferred;
import plantrail.kernel.target.TargetWithdrawn;
import plantrail.kernel.workflow.PlanWorkflow;
import plantrail.kernel.workflow.Relation;
import plantrail.kernel.workflow.TargetWorkflow;

/**
 * A target as its record tells.
 *
 * @param set how it was set
 * @param parties who stands where now
 * @param state whether it still holds
 * @param promise what it promises now
 * @param measured the values measured, by agency and day
 * @param last the last event
 * @param lastBy user name of the person who took the last step
 */
public record Target(
    TargetSet set,
    Parties parties,
    TargetState state,
    Promise promise,
    Map<String, Map<LocalDate, Value>> measured,
    TargetEvent last,
    String lastBy)
    implements Subject {
  public Target {
    measured = Map.copyOf(measured);
  }

  /**
   * Who stands where.
   *
   * @param issuer code of the agency that issued the plan
   * @param focal code of the plan's focal agency; null if none
   */
  public record Parties(String issuer, @Nullable String focal) {

    Parties after(TargetEvent event) {
      return event instanceof TargetTransferred e
          ? new Parties(e.inPlaceOf(issuer), focal == null ? null : e.inPlaceOf(focal))
          : this;
    }

    /** Whether that agency stands anywhere. */
    public boolean include(String agency) {
      return issuer.equals(agency) || agency.equals(focal);
    }
  }

  /** What is promised. For the fields see {@link TargetSet}. */
  public record Promise(
      String indicator,
      Comparison comparison,
      @Nullable BigDecimal value,
      @Nullable String unit,
      @Nullable LocalDate byWhen,
      @Nullable Product counts,
      @Nullable ModelState countsFrom) {}

  /** What was measured. */
  public record Value(BigDecimal value, @Nullable BigDecimal lastYear) {}

  /** The target after one more event. */
  public static Target evolve(@Nullable Target target, TargetEvent event, String by) {
    if (event instanceof TargetSet set) {
      return new Target(
          set,
          new Parties(set.issuer(), set.focal()),
          TargetState.SET,
          new Promise(
              set.indicator(),
              set.comparison(),
              set.value(),
              set.unit(),
              set.byWhen(),
              set.counts(),
              set.countsFrom()),
          Map.of(),
          set,
          by);
    }
    if (target == null) {
      throw new IllegalStateException("A target's record begins with its setting");
    }
    return new Target(
        target.set,
        target.parties.after(event),
        event instanceof TargetWithdrawn ? TargetState.WITHDRAWN : target.state,
        target.promiseAfter(event),
        target.measuredAfter(event),
        event,
        by);
  }

  private Promise promiseAfter(TargetEvent event) {
    return event instanceof TargetChanged changed
        ? new Promise(
            changed.indicator(),
            changed.comparison(),
            changed.value(),
            changed.unit(),
            changed.byWhen(),
            changed.counts(),
            changed.countsFrom())
        : promise;
  }

  private Map<String, Map<LocalDate, Value>> measuredAfter(TargetEvent event) {
    return switch (event) {
      case TargetSet e -> measured;
      case TargetChanged e -> measured;
      case TargetWithdrawn e -> measured;
      case TargetTransferred e -> measured;
      case MeasurementRecorded e -> with(e.agency(), e.day(), new Value(e.value(), e.lastYear()));
      case MeasurementCorrected e -> with(e.agency(), e.day(), new Value(e.value(), e.lastYear()));
    };
  }

  private Map<String, Map<LocalDate, Value>> with(String agency, LocalDate day, Value value) {
    Map<LocalDate, Value> there = new HashMap<>(measured.getOrDefault(agency, Map.of()));
    there.put(day, value);
    Map<String, Map<LocalDate, Value>> more = new HashMap<>(measured);
    more.put(agency, Map.copyOf(there));
    return more;
  }

  /** What was measured at that agency for that day; null if nothing. */
  public @Nullable Value measured(String agency, LocalDate day) {
    return measured.getOrDefault(agency, Map.of()).get(day);
  }

  @Override
  public String plan() {
    return set.planId();
  }

  @Override
  public LocalDate begun() {
    return set.setOn();
  }

  /** Takes a step of the workflow; the same person saying the same again changes nothing. */
  public List<TargetEvent> take(String step, TargetEvent event, Actor actor) {
    return take(step, event, actor, relations(actor));
  }

  /** Refuses unless the actor may take a step about a measurement of that agency. */
  public void permit(String step, Actor actor, String agency) {
    TargetWorkflow.TABLE.permit(step, relationsToMeasurement(actor, agency));
  }

  /** Refuses unless the actor may take the step now. */
  public void open(String step, Actor actor) {
    TargetWorkflow.TABLE.take(step, state, relations(actor));
  }

  /** Takes a step about a measurement of that agency. */
  public List<TargetEvent> measure(String step, TargetEvent event, Actor actor, String agency) {
    return take(step, event, actor, relationsToMeasurement(actor, agency));
  }

  /** How the actor stands to it. */
  public Set<Relation> relations(Actor actor) {
    return PlanWorkflow.relations(actor, parties.issuer, parties.focal);
  }

  /** How the actor stands to a measurement of that agency. */
  public Set<Relation> relationsToMeasurement(Actor actor, String agency) {
    return TargetWorkflow.relationsToMeasurement(actor, parties.issuer, parties.focal, agency);
  }

  private List<TargetEvent> take(
      String step, TargetEvent event, Actor actor, Set<Relation> relations) {
    TargetWorkflow.TABLE.permit(step, relations);
    if (event.equals(last) && actor.person().equals(lastBy)) {
      return List.of();
    }
    TargetWorkflow.TABLE.take(step, state, relations);
    return List.of(event);
  }

  /** Notes as faulty what a target cannot promise. */
  public static void check(
      Check check,
      Comparison comparison,
      @Nullable BigDecimal value,
      @Nullable Product counts,
      @Nullable ModelState countsFrom) {
    check.that(!valued(comparison) || value != null, "value", "field.value-needed");
    counted(check, "", comparison, value, counts, countsFrom);
  }

  /** Notes a share of a whole, in percent, that is less than nothing; null passes. */
  public static void share(
      Check check, String field, @Nullable String unit, @Nullable BigDecimal value) {
    check.that(
        unit == null || !unit.strip().equals("%") || value == null || value.signum() >= 0,
        field,
        "field.share-below-zero",
        value == null ? "" : value.toPlainString());
  }

  /**
   * Notes as faulty what cannot be counted.
   *
   * @param at path of the target, with its point behind; empty for a command's own fields
   */
  public static void counted(
      Check check,
      String at,
      Comparison comparison,
      @Nullable BigDecimal value,
      @Nullable Product counts,
      @Nullable ModelState countsFrom) {
    check
        .that(
            counts == null || (valued(comparison) && value != null),
            at + "counts",
            "field.counts-needs-value")
        .that(counts == null || counts == Product.MODEL, at + "counts", "field.not-counted")
        .that(
            countsFrom == null || (counts != null && countsFrom != ModelState.WITHDRAWN),
            at + "countsFrom",
            "field.counts-from");
  }

  /** Whether a value is held against one that is promised. */
  public static boolean valued(Comparison comparison) {
    return comparison != Comparison.QUALITATIVE && comparison != Comparison.BETTER_THAN_LAST_YEAR;
  }
}
