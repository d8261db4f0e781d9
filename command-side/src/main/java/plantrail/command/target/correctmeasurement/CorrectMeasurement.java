package plantrail.command.target.correctmeasurement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;
import plantrail.command.platform.Check;
import plantrail.command.platform.Occurrence;
import plantrail.command.target.TargetCommand;
import plantrail.command.target.domain.Target;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.target.MeasurementCorrected;
import plantrail.kernel.target.TargetEvent;
import plantrail.kernel.target.TargetId;

/**
 * Corrects a measurement.
 *
 * @param agency code of the agency measured
 * @param day day to which the value belongs, local date
 * @param value the value from now on
 * @param lastYear the value of the year before; null leaves it as it was
 * @param reason why
 */
public record CorrectMeasurement(
    @TargetAggregateIdentifier TargetId targetId,
    String agency,
    LocalDate day,
    BigDecimal value,
    @Nullable BigDecimal lastYear,
    String reason)
    implements TargetCommand {

  @Override
  public List<TargetEvent> follow(Target target, Actor actor, Occurrence when) {
    target.permit("correct-measurement", actor, agency);
    Target.Value before = target.measured(agency, day);
    if (before == null) {
      throw Refusal.notFound(agency + " " + day);
    }
    BigDecimal year = lastYear == null ? before.lastYear() : lastYear;
    List<TargetEvent> events =
        target.measure(
            "correct-measurement",
            new MeasurementCorrected(
                targetId.value(), agency, day, before.value(), value, year, reason),
            actor,
            agency);
    return before.equals(new Target.Value(value, year)) ? List.of() : events;
  }

  @Override
  public void check(Check check, Target target) {
    Target.share(check, "value", target.promise().unit(), value);
    Target.share(check, "lastYear", target.promise().unit(), lastYear);
    check.text(reason, "reason", Check.TEXT);
  }
}
