package plantrail.command.target.recordmeasurement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.platform.Agencies;
import plantrail.command.platform.Check;
import plantrail.command.platform.Concern;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.command.target.TargetCommand;
import plantrail.command.target.domain.Target;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.plan.Comparison;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.target.MeasurementRecorded;
import plantrail.kernel.target.TargetEvent;
import plantrail.kernel.target.TargetId;

/** Records what was measured at an agency. For the fields see {@link MeasurementRecorded}. */
public record RecordMeasurement(
    @TargetAggregateIdentifier TargetId targetId,
    String agency,
    LocalDate day,
    BigDecimal value,
    @Nullable BigDecimal lastYear,
    @Nullable String note)
    implements TargetCommand {

  /**
   * As {@link #decide(Target, Actor, Occurrence)}, for an agency that existed on the day measured
   * and that the plan concerns.
   */
  public List<TargetEvent> decide(
      Target target, Actor actor, Occurrence when, Plans plans, Agencies agencies) {
    List<TargetEvent> events = decide(target, actor, when, plans);
    if (!events.isEmpty()) {
      PlanIssued plan = plans.get(target.plan());
      new Check()
          .agency(agency, "agency", agencies, day)
          .that(
              !agencies.exists(agency, day)
                  || target.binds(agency)
                  || Concern.of(plan, agency, when.day(), agencies),
              "agency",
              "field.not-concerned",
              agency)
          .that(
              !day.isBefore(plan.firstDay()),
              "day",
              "field.before-begin",
              plan.firstDay().toString())
          .done();
    }
    return events;
  }

  @Override
  public List<TargetEvent> follow(Target target, Actor actor, Occurrence when) {
    MeasurementRecorded recorded =
        new MeasurementRecorded(targetId.value(), agency, day, value, lastYear, note);
    List<TargetEvent> events = target.measure("record-measurement", recorded, actor, agency);
    Target.Value before = target.measured(agency, day);
    if (before == null || events.isEmpty()) {
      return events;
    }
    if (before.equals(new Target.Value(value, lastYear))) {
      return List.of();
    }
    throw Refusal.of(
        RefusalCode.ALREADY_EXISTS, "refusal.measurement-exists", agency, day.toString());
  }

  @Override
  public void check(Check check, Target target) {
    Target.share(check, "value", target.promise().unit(), value);
    Target.share(check, "lastYear", target.promise().unit(), lastYear);
    check
        .text(note, "note", Check.TEXT)
        .that(
            target.promise().comparison() != Comparison.QUALITATIVE
                && target.promise().counts() == null,
            "value",
            "field.not-measured")
        .that(
            !target.promise().comparison().withLastYear() || lastYear != null,
            "lastYear",
            "field.missing");
  }

  @Override
  public List<TargetEvent> decide(Target target, Actor actor, Occurrence when) {
    List<TargetEvent> events = TargetCommand.super.decide(target, actor, when);
    if (!events.isEmpty()) {
      when.dated(new Check(), day, "day").done();
    }
    return events;
  }
}
