package plantrail.standalone.sample;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import plantrail.command.target.correctmeasurement.CorrectMeasurement;
import plantrail.command.target.recordmeasurement.RecordMeasurement;
import plantrail.kernel.calendar.Frequency;
import plantrail.kernel.calendar.Period;
import plantrail.kernel.calendar.Window;
import plantrail.kernel.plan.Comparison;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.TargetLine;
import plantrail.kernel.target.TargetId;

/** What is measured of a plan's targets, quarter by quarter. */
@Component
class SampleTargets {
  private static final BigDecimal ALL = BigDecimal.valueOf(100);
  private static final int SOONEST = 30;

  private final List<String> corrections;

  SampleTargets(SampleFiles files) {
    corrections = files.phrases("corrections");
  }

  /**
   * What is measured at some of the units, and of a comparison with the year before at the issuer.
   */
  List<Deed> of(PlanIssued plan, List<String> units) {
    List<Deed> deeds = new ArrayList<>();
    for (TargetLine line : plan.targets()) {
      if (line.comparison() == Comparison.QUALITATIVE || line.counts() != null) {
        continue;
      }
      if (line.comparison().withLastYear()) {
        deeds.addAll(of(plan, line, plan.issuer()));
      } else {
        units.stream()
            .filter(unit -> Chance.of(line.id(), unit).oneIn(3))
            .forEach(unit -> deeds.addAll(of(plan, line, unit)));
      }
    }
    return deeds;
  }

  private List<Deed> of(PlanIssued plan, TargetLine line, String unit) {
    TargetId id = TargetId.of(plan.planId(), line.id());
    Chance chance = Chance.of(id.value(), unit);
    List<Deed> deeds = new ArrayList<>();
    for (Period quarter = Period.containing(Frequency.QUARTER, plan.issueDate().plusDays(SOONEST));
        !quarter.to(Window.CALENDAR).isAfter(SampleLife.end(plan));
        quarter = quarter.next()) {
      LocalDate day = quarter.to(Window.CALENDAR);
      BigDecimal value = value(line, chance);
      BigDecimal lastYear =
          line.comparison().withLastYear() ? value.subtract(tenths(chance, -8, 25)) : null;
      deeds.add(
          chance.deed(day, 10, unit, new RecordMeasurement(id, unit, day, value, lastYear, null)));
      if (chance.oneIn(15)) {
        deeds.add(
            chance.deed(
                day.plusDays(5),
                9,
                unit,
                new CorrectMeasurement(
                    id, unit, day, value(line, chance), lastYear, chance.pick(corrections))));
      }
    }
    return deeds;
  }

  private static BigDecimal value(TargetLine line, Chance chance) {
    return switch (line.comparison()) {
      case AT_LEAST -> promised(line).add(tenths(chance, -15, 20)).min(ALL);
      case AT_MOST -> promised(line).add(tenths(chance, -15, 6)).max(BigDecimal.ZERO);
      case EQUAL -> chance.oneIn(8) ? BigDecimal.ZERO : promised(line);
      case BETTER_THAN_LAST_YEAR, LOWER_THAN_LAST_YEAR, QUALITATIVE ->
          ALL.subtract(tenths(chance, 60, 300));
    };
  }

  private static BigDecimal promised(TargetLine line) {
    return Objects.requireNonNull(line.value());
  }

  /** So many tenths, from the first number on, up to the other. */
  private static BigDecimal tenths(Chance chance, int from, int to) {
    return BigDecimal.valueOf(from + chance.below(to - from), 1)
        .setScale(1, RoundingMode.UNNECESSARY);
  }
}
