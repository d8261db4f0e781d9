package plantrail.command.agency.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import plantrail.command.Subject;
import plantrail.command.platform.Check;
import plantrail.kernel.agency.AgencyChange;
import plantrail.kernel.agency.AgencyDissolved;
import plantrail.kernel.agency.AgencyEnding;
import plantrail.kernel.agency.AgencyEvent;
import plantrail.kernel.agency.AgencyMerged;
import plantrail.kernel.agency.AgencyMoved;
import plantrail.kernel.agency.AgencyRegistered;
import plantrail.kernel.agency.AgencyRenamed;
import plantrail.kernel.agency.AgencySplit;
import plantrail.kernel.agency.AgencyState;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.workflow.AgencyWorkflow;

/**
 * An agency as its record tells.
 *
 * @param registered how it was entered
 * @param changes what became of it, in the order of recording
 * @param state how it stands in the registry
 */
public record Agency(AgencyRegistered registered, List<AgencyChange> changes, AgencyState state)
    implements Subject {
  public Agency {
    changes = List.copyOf(changes);
  }

  /** The agency after one more event. */
  public static Agency evolve(@Nullable Agency agency, AgencyEvent event) {
    return switch (event) {
      case AgencyRegistered registered -> new Agency(registered, List.of(), AgencyState.REGISTERED);
      case AgencyChange change -> Objects.requireNonNull(agency).after(change);
    };
  }

  private Agency after(AgencyChange change) {
    List<AgencyChange> longer = new ArrayList<>(changes);
    longer.add(change);
    return new Agency(
        registered,
        longer,
        switch (change) {
          case AgencyRenamed _, AgencyMoved _ -> state;
          case AgencyMerged _ -> AgencyState.MERGED;
          case AgencySplit _ -> AgencyState.SPLIT;
          case AgencyDissolved _ -> AgencyState.DISSOLVED;
        });
  }

  @Override
  public LocalDate begun() {
    return registered.validFrom();
  }

  /** How it ended; null while nobody decided that it should. */
  public @Nullable AgencyEnding ending() {
    return !changes.isEmpty() && changes.getLast() instanceof AgencyEnding ending ? ending : null;
  }

  /**
   * Code of the agency that has taken over a duty of this one by that local day, see {@link
   * AgencyEnding#successorFor}; null if it has not ended by then.
   */
  public @Nullable String successor(LocalDate day, List<String> marks) {
    AgencyEnding ending = ending();
    return ending == null || day.isBefore(ending.effective()) ? null : ending.successorFor(marks);
  }

  /** Its last day, local date; null while none is known. */
  public @Nullable LocalDate lastDay() {
    AgencyEnding ending = ending();
    return ending == null ? registered.validTo() : ending.effective().minusDays(1);
  }

  /** Whether it exists on that local day. */
  public boolean existsOn(LocalDate day) {
    LocalDate last = lastDay();
    return !day.isBefore(begun()) && (last == null || !day.isAfter(last));
  }

  /** Code of the agency above it on that local day; null at the top. */
  public @Nullable String superiorOn(LocalDate day) {
    String superior = registered.superior();
    for (AgencyChange change : changes) {
      if (change instanceof AgencyMoved moved && !moved.effective().isAfter(day)) {
        superior = moved.superior();
      }
    }
    return superior;
  }

  /**
   * The agency, for a step of it. Refuses with NOT_PERMITTED who may not take the step, be there
   * such an agency or not, and with NOT_FOUND if there is none.
   */
  public static Agency registered(@Nullable Agency agency, String code, String step, Actor actor) {
    AgencyWorkflow.TABLE.permit(step, AgencyWorkflow.relations(actor));
    if (agency == null) {
      throw Refusal.notFound(code);
    }
    return agency;
  }

  /** Takes a step of the workflow. The same again changes nothing. */
  public List<AgencyEvent> change(String step, AgencyChange change, Actor actor) {
    var relations = AgencyWorkflow.relations(actor);
    AgencyWorkflow.TABLE.permit(step, relations);
    if (change.equals(lastLike(change))) {
      return List.of();
    }
    AgencyWorkflow.TABLE.take(step, state, relations);
    return List.of(change);
  }

  /** The last change of the same kind on the same day; null if there is none. */
  private @Nullable AgencyChange lastLike(AgencyChange change) {
    return changes.reversed().stream()
        .filter(each -> each.getClass() == change.getClass())
        .filter(each -> each.effective().equals(change.effective()))
        .findFirst()
        .orElse(null);
  }

  /** Notes as faulty a day on which the change cannot hold, and an empty basis. */
  public Check check(Check check, AgencyChange change) {
    boolean ends = change instanceof AgencyEnding;
    LocalDate effective = change.effective();
    LocalDate first = ends ? begun().plusDays(1) : begun();
    LocalDate last = registered.validTo();
    LocalDate before =
        changes.stream()
            .filter(each -> ends || each.getClass() == change.getClass())
            .map(AgencyChange::effective)
            .max(LocalDate::compareTo)
            .orElse(effective);
    return check
        .that(!effective.isBefore(first), "effective", "field.before-begin", first.toString())
        .that(
            last == null || !effective.isAfter(ends ? last.plusDays(1) : last),
            "effective",
            "field.agency-ended",
            change.code(),
            String.valueOf(last))
        .that(
            !effective.isBefore(before),
            "effective",
            "field.before-last-change",
            effective.toString(),
            before.toString())
        .text(change.basis(), "basis", Check.LINE);
  }
}
