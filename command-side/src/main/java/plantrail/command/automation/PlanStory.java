package plantrail.command.automation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.plan.PlanAmended;
import plantrail.kernel.plan.PlanChange.Part;
import plantrail.kernel.plan.PlanEvent;
import plantrail.kernel.plan.PlanIssued;
import plantrail.kernel.plan.PlanResumed;
import plantrail.kernel.plan.PlanTransferred;

/** What happened to a plan from its issue on, as its record tells. */
final class PlanStory {
  private final List<Told> told;
  private final List<PlanIssued> versions = new ArrayList<>();

  /** One event of the record. */
  record Told(String eventId, Instant recordedAt, PlanEvent event) {}

  private PlanStory(List<Told> told) {
    this.told = told;
    PlanIssued plan = (PlanIssued) told.getFirst().event();
    versions.add(plan);
    for (PlanEvent event : events()) {
      if (event instanceof PlanTransferred transferred) {
        plan = plan.after(transferred);
      } else if (event instanceof PlanAmended amended) {
        plan = plan.after(amended);
        versions.add(plan);
      }
    }
  }

  /** All of it. */
  static PlanStory of(String planId, EventStore eventStore) {
    return new PlanStory(
        eventStore
            .readEvents(planId, 0)
            .asStream()
            .map(each ->
                new Told(each.getIdentifier(), each.getTimestamp(), (PlanEvent) each.getPayload()))
            .toList());
  }

  /** As far as that event, which ends it. */
  PlanStory upTo(String eventId) {
    List<String> ids = told.stream().map(Told::eventId).toList();
    if (!ids.contains(eventId)) {
      throw new IllegalStateException("No event " + eventId + " of plan " + issued().planId());
    }
    return new PlanStory(told.subList(0, ids.indexOf(eventId) + 1));
  }

  /** As far as all of it is so. */
  PlanStory takeWhile(Predicate<Told> so) {
    return new PlanStory(told.stream().takeWhile(so).toList());
  }

  List<Told> told() {
    return told;
  }

  /** That event, with what the record tells of it. */
  Told told(PlanEvent event) {
    return told.stream().filter(each -> each.event() == event).findFirst().orElseThrow();
  }

  List<PlanEvent> events() {
    return told.stream().map(Told::event).toList();
  }

  PlanEvent last() {
    return told.getLast().event();
  }

  /** The plan as it was issued. */
  PlanIssued issued() {
    return versions.getFirst();
  }

  /** The plan as that version says, counted from 1. */
  PlanIssued version(int version) {
    return versions.get(version - 1);
  }

  /** Number of the version in force at its end. */
  int version() {
    return versions.size();
  }

  /** Number of the version in force at that moment. */
  int versionAt(Instant moment) {
    return 1
        + (int)
            told.stream()
                .filter(each -> each.event() instanceof PlanAmended)
                .filter(each -> !each.recordedAt().isAfter(moment))
                .count();
  }

  /** What the plan says at its end. */
  PlanVersion present() {
    return new PlanVersion(version(version()));
  }

  /**
   * A day that was granted to a task of the plan, as rests have moved it since.
   *
   * @param then when it was granted
   * @param rule mark of the rule that the task follows from
   * @return local date; null if the rule has named no day since, which the granted one extends
   */
  @Nullable LocalDate granted(LocalDate day, Instant then, String rule) {
    LocalDate granted = day;
    for (Told each : told) {
      if (granted != null && !then.isAfter(each.recordedAt())) {
        granted =
            switch (each.event()) {
              case PlanResumed rest -> rest.moved(granted);
              case PlanAmended amended -> namesDay(amended.version(), rule) ? granted : null;
              default -> granted;
            };
      }
    }
    return granted;
  }

  /** The last rest by which days moved, be it only what was granted; null if there was none. */
  @Nullable PlanResumed lastShift() {
    return events().stream()
        .filter(each -> each instanceof PlanResumed rest && rest.shift() != 0)
        .map(PlanResumed.class::cast)
        .reduce((one, next) -> next)
        .orElse(null);
  }

  private boolean namesDay(int version, String rule) {
    return version(version).assignments().stream()
        .anyMatch(each -> each.id().equals(rule) && each.due() != null);
  }

  Stream<PlanAmended> amendments() {
    return events().stream().filter(PlanAmended.class::isInstance).map(PlanAmended.class::cast);
  }

  /** The amendments that changed parts of that kind last, by the parts' marks. */
  Map<String, PlanAmended> changed(Part part) {
    Map<String, PlanAmended> changed = new HashMap<>();
    amendments()
        .forEach(amended ->
            Amendment.changes(amended, part).keySet().forEach(id -> changed.put(id, amended)));
    return changed;
  }

  Timetable timetable() {
    return new Timetable(events());
  }
}
