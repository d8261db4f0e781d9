package plantrail.command.plan.openplanyear;

import java.time.LocalDate;
import java.util.List;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import plantrail.command.plan.PlanCommand;
import plantrail.command.plan.domain.Plan;
import plantrail.command.platform.Occurrence;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.FieldError;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.plan.PlanEvent;
import plantrail.kernel.plan.PlanId;
import plantrail.kernel.plan.PlanYearOpened;

/**
 * The reports of a plan's next year are opened. Given by the system; said before, or of a plan
 * whose period ends before that year or that has no recurring reports, it comes to nothing. What a
 * plan did not owe while it was suspended is not opened afterwards.
 *
 * @param year the calendar year, one after the last that is open
 */
public record OpenPlanYear(@TargetAggregateIdentifier PlanId planId, int year)
    implements PlanCommand {

  @Override
  public List<PlanEvent> follow(Plan plan, Actor actor, Occurrence when) {
    LocalDate first = PlanYearOpened.firstDay(year);
    LocalDate from = plan.runningFrom(first);
    List<PlanEvent> events =
        plan.openYear("open-plan-year", new PlanYearOpened(planId.value(), year, from), actor);
    int next = plan.horizon().getYear() + 1;
    if (!events.isEmpty() && (year != next || when.today().isBefore(first))) {
      throw Refusal.invalid(
          List.of(
              FieldError.of(
                  "year",
                  "field.year-not-next",
                  Integer.toString(next),
                  PlanYearOpened.firstDay(next).toString())));
    }
    return events;
  }
}
