package plantrail.command.target.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.command.Course;
import plantrail.command.Stepwise;
import plantrail.command.platform.Check;
import plantrail.command.platform.Taken;
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
import plantrail.kernel.workflow.Workflow;

/**
 * A target as its record tells.
 *
 * @param set how it was set
 * @param parties who stands where now
 * @param state whether it still holds
 * @param promise what it promises now
 * @param first codes of the agencies that were first to be measured, or of who took over from them;
 *     null if it did not say
 * @param measured the values measured, by agency and day
 * @param course how it came to its present state
 */
public record Target(
    TargetSet set,
    Parties parties,
    TargetState state,
    Promise promise,
    @Nullable List<String> first,
    Map<String, Map<LocalDate, Value>> measured,
    Course<TargetEvent> course)
    implements Stepwise<TargetEvent> {
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
      @Nullable ModelState countsFrom,
      @Nullable List<String> agencies) {}

  /** What was measured. */
  public record Value(BigDecimal value, @Nullable BigDecimal lastYear) {}

  /** The target after one more event. */
  public static Target evolve(@Nullable Target target, TargetEvent event, Taken taken) {
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
              set.countsFrom(),
              set.agencies()),
          set.agencies(),
          Map.of(),
          Course.beginning(TargetState.SET, set.setOn(), set, taken));
    }
    if (target == null) {
      throw new IllegalStateException("A target's record begins with its setting");
    }
    TargetState next = event instanceof TargetWithdrawn ? TargetState.WITHDRAWN : target.state;
    return new Target(
        target.set,
        target.parties.after(event),
        next,
        target.promiseAfter(event),
        event instanceof TargetTransferred e
            ? e.toMeasure(target.first, target.measured.keySet())
            : target.first,
        target.measuredAfter(event),
        target.course.after(next, event, taken));
  }

  private Promise promiseAfter(TargetEvent event) {
    return switch (event) {
      case TargetChanged e ->
          new Promise(
              e.indicator(),
              e.comparison(),
              e.value(),
              e.unit(),
              e.byWhen(),
              e.counts(),
              e.countsFrom(),
              e.agencies());
      case TargetTransferred e ->
          new Promise(
              promise.indicator,
              promise.comparison,
              promise.value,
              promise.unit,
              promise.byWhen,
              promise.counts,
              promise.countsFrom,
              e.toMeasure(promise.agencies, measured.keySet()));
      default -> promise;
    };
  }

  /** Whether the target says that this agency is to be measured. */
  public boolean binds(String agency) {
    return promise.agencies != null && promise.agencies.contains(agency);
  }

  private boolean boundFirst(String agency) {
    return first != null && first.contains(agency);
  }

  /** Whether an agency leaves its place to whoever takes over from it. */
  public boolean leftTo(TargetTransferred successor) {
    String predecessor = successor.predecessor();
    return parties.include(predecessor)
        || ((binds(predecessor) || boundFirst(predecessor)) && !measured.containsKey(predecessor));
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
  public Workflow<TargetState> workflow() {
    return TargetWorkflow.TABLE.at(course.workflows());
  }

  /** Refuses unless the actor may take a step about a measurement of that agency. */
  public void permit(String step, Actor actor, String agency) {
    workflow().permit(step, relationsToMeasurement(actor, agency));
  }

  @Override
  public void open(String step, Actor actor) {
    workflow().take(step, state, relations(actor));
  }

  /** Takes a step about a measurement of that agency. */
  public List<TargetEvent> measure(String step, TargetEvent event, Actor actor, String agency) {
    permit(step, actor, agency);
    Set<Relation> relations = relationsToMeasurement(actor, agency);
    return once(event, actor, () -> workflow().take(step, state, relations));
  }

  @Override
  public Set<Relation> relations(Actor actor) {
    return PlanWorkflow.relations(actor, parties.issuer, parties.focal);
  }

  /** How the actor stands to a measurement of that agency. */
  public Set<Relation> relationsToMeasurement(Actor actor, String agency) {
    return TargetWorkflow.relationsToMeasurement(actor, parties.issuer, parties.focal, agency);
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

  /**
   * Notes as faulty that it is said who is to be measured of what is not measured.
   *
   * @param field where it is said
   * @param said whether it is
   */
  public static void measured(
      Check check, String field, boolean said, Comparison comparison, @Nullable Product counts) {
    check.that(
        !said || (comparison != Comparison.QUALITATIVE && counts == null),
        field,
        "field.not-measured");
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

  /** Notes as faulty that a target is promised for a day before its plan was issued. */
  public static void byWhen(
      Check check, String field, @Nullable LocalDate byWhen, @Nullable LocalDate issued) {
    check.that(
        byWhen == null || issued == null || !byWhen.isBefore(issued),
        field,
        "field.before-issue",
        String.valueOf(byWhen),
        String.valueOf(issued));
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
        .that(counts == null || counts.counts(), at + "counts", "field.not-counted")
        .that(
            counts == null || value == null || value.signum() >= 0,
            at + "value",
            "field.count-below-zero",
            value == null ? "" : value.toPlainString())
        .that(
            countsFrom == null || (counts != null && countsFrom.counts()),
            at + "countsFrom",
            "field.counts-from");
  }

  /** Whether a value is held against one that is promised. */
  public static boolean valued(Comparison comparison) {
    return comparison != Comparison.QUALITATIVE && !comparison.withLastYear();
  }
}
