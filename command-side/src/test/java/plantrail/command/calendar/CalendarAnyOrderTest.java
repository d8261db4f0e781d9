package plantrail.command.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import plantrail.command.AnyOrder;
import plantrail.command.Given;
import plantrail.command.calendar.domain.NoticedDays;
import plantrail.command.calendar.overrideday.OverrideDay;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Taken;
import plantrail.kernel.calendar.CalendarEvent;
import plantrail.kernel.calendar.DayKind;
import plantrail.kernel.calendar.DayOverridden;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Role;
import plantrail.kernel.workflow.CalendarWorkflow;
import plantrail.kernel.workflow.Relation;

class CalendarAnyOrderTest extends AnyOrder<NoticedDays, CalendarEvent> {
  private static final Actor ADMIN = new Actor("admin", "Quản trị", null, Role.ADMIN);

  @Override
  protected boolean beginsOnce() {
    return false;
  }

  @Override
  protected Class<?> aggregate() {
    return CalendarAggregate.class;
  }

  @Override
  protected List<Actor> concerned() {
    return List.of(ADMIN);
  }

  @Override
  protected Attempt<NoticedDays, CalendarEvent> any(Random random, Occurrence when) {
    OverrideDay command =
        new OverrideDay(
            Given.TODAY.plusDays(random.nextInt(12) - 4),
            anyOf(random, List.of(DayKind.values())),
            random.nextInt(8) == 0 ? " " : "Thông báo " + random.nextInt(3),
            anyOf(random, List.of(OverrideDay.Reach.values())));
    return new Attempt<>(
        "override-day", (noticed, actor) -> command.decide(noticed, actor, Given.NOW));
  }

  @Override
  protected Set<Relation> relations(NoticedDays noticedDays, CalendarEvent event, Actor actor) {
    return CalendarWorkflow.relations(actor);
  }

  @Override
  protected NoticedDays evolve(@Nullable NoticedDays noticed, CalendarEvent event, Taken taken) {
    assertThat(taken.by()).as("nobody else keeps the calendar").isEqualTo(ADMIN.person());
    return NoticedDays.evolve(noticed, event);
  }

  @Override
  protected Facts begins(CalendarEvent event, Taken taken) {
    DayOverridden overridden = (DayOverridden) event;
    return fact("days", Map.of(overridden.day(), overridden));
  }

  @Override
  protected Facts leaves(NoticedDays before, CalendarEvent event, Taken taken) {
    DayOverridden overridden = (DayOverridden) event;
    Map<LocalDate, DayOverridden> days = new HashMap<>(before.days());
    days.put(overridden.day(), overridden);
    return fact("days", days);
  }

  @Override
  protected void holds(@Nullable NoticedDays before, CalendarEvent event, NoticedDays after) {
    DayOverridden overridden = (DayOverridden) event;
    assertThat(overridden.day()).as("what has begun stays as it was").isAfter(Given.TODAY);
  }
}
