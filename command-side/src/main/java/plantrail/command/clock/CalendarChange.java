package plantrail.command.clock;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import plantrail.kernel.calendar.DayKind;
import plantrail.kernel.calendar.DueMoment;
import plantrail.kernel.calendar.Notice;
import plantrail.kernel.calendar.WorkingCalendar;

/** Tells which moments would move if a day became another, and changes nothing. */
@Component
class CalendarChange {
  private static final int TOLD = 100;

  private final DueMoments moments;
  private final PinnedPlans plans;
  private final Clock clock;

  CalendarChange(DueMoments moments, PinnedPlans plans, @Qualifier("clock") Clock clock) {
    this.moments = moments;
    this.plans = plans;
    this.clock = clock;
  }

  Preview preview(LocalDate day, DayKind then) {
    Calendars calendars = moments.calendars();
    List<Watched> owed = moments.owed();
    Map<String, PinnedPlan> pinned = plans.of(owed.stream().map(Watched::planId).collect(toSet()));
    Map<Long, WorkingCalendar> byPin = calendars.byPin(pinned.values());
    Instant now = clock.instant();
    List<Preview.Move> moves =
        owed.stream()
            .flatMap(watched -> {
              PinnedPlan plan = Objects.requireNonNull(pinned.get(watched.planId()));
              WorkingCalendar calendar = Objects.requireNonNull(byPin.get(plan.calendar()));
              return moves(watched, plan, calendar, calendar.with(day, then), now);
            })
            .sorted(Comparator.comparing(Preview.Move::from).thenComparing(Preview.Move::subject))
            .toList();
    return new Preview(
        day,
        calendars.newest().kindOf(day),
        then,
        byPlan(moves),
        moves.stream().limit(TOLD).toList());
  }

  private static Stream<Preview.Move> moves(
      Watched watched,
      PinnedPlan plan,
      WorkingCalendar present,
      WorkingCalendar changed,
      Instant now) {
    List<DueMoment> before = watched.toCome(plan, present);
    List<DueMoment> after = watched.toCome(plan, changed);
    List<Preview.Move> moves = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      DueMoment from = before.get(i);
      Instant to = after.get(i).at();
      if (!from.at().equals(to) && from.at().isAfter(now)) {
        moves.add(
            new Preview.Move(
                watched.subject(),
                watched.planId(),
                watched.agency(),
                Objects.requireNonNull(watched.due()),
                from.notice(),
                from.days(),
                from.at(),
                to));
      }
    }
    return moves.stream();
  }

  private static List<Preview.OfPlan> byPlan(List<Preview.Move> moves) {
    return moves.stream().collect(groupingBy(Preview.Move::planId)).entrySet().stream()
        .map(each ->
            new Preview.OfPlan(
                each.getKey(),
                each.getValue().stream().map(Preview.Move::subject).distinct().count(),
                count(each.getValue(), Notice.REMINDER),
                count(each.getValue(), Notice.ESCALATION)))
        .sorted(
            Comparator.comparing(Preview.OfPlan::duties)
                .reversed()
                .thenComparing(Preview.OfPlan::planId))
        .toList();
  }

  private static long count(List<Preview.Move> moves, Notice notice) {
    return moves.stream().filter(each -> each.notice() == notice).count();
  }
}
