package plantrail.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import plantrail.command.platform.Taken;
import plantrail.kernel.DomainEvent;
import plantrail.kernel.workflow.Step;

/**
 * How something came to its present state: all its states since it is in the present hands, one
 * after another, and what was last said of it.
 *
 * @param <E> what may happen to it
 * @param stays the states, the present one last
 * @param last the last event
 * @param taken who took that step, and when
 * @param workflows version of the workflow tables by which it goes, as its beginning says; null if
 *     that does not
 */
public record Course<E extends DomainEvent>(
    List<Stay> stays, E last, Taken taken, @Nullable Integer workflows) {
  /** In place of all states that it was in before it was handed over; no step is open from it. */
  private static final String IN_OTHER_HANDS = "in other hands";

  public Course {
    stays = List.copyOf(stays);
  }

  /**
   * A state.
   *
   * @param state which one
   * @param from local day on which it was come into
   */
  public record Stay(String state, LocalDate from) {}

  /** The course of something that begins in that state on that local day, with that event. */
  public static <E extends DomainEvent> Course<E> beginning(
      Enum<?> state, LocalDate begun, E first, Taken taken) {
    return new Course<>(List.of(new Stay(state.name(), begun)), first, taken, taken.workflows());
  }

  /** The course after an event that leads to that state, or leaves it as it is. */
  public Course<E> after(Enum<?> state, E event, Taken step) {
    return after(state, step.on(), event, step);
  }

  /**
   * As above, of an event that only says that the state before was taken note of: what may follow
   * has been open since that one was come into.
   */
  public Course<E> noted(Enum<?> state, E event, Taken step) {
    return after(state, stays.getLast().from(), event, step);
  }

  /**
   * As above, of an event that puts it into other hands: nothing that they do happened before, and
   * of what was before is kept when it began.
   */
  public Course<E> handedOver(Enum<?> state, E event, Taken step) {
    return new Course<>(
        List.of(new Stay(IN_OTHER_HANDS, begun()), new Stay(state.name(), step.on())),
        event,
        step,
        workflows);
  }

  private Course<E> after(Enum<?> state, LocalDate from, E event, Taken step) {
    List<Stay> all = stays;
    if (!all.getLast().state().equals(state.name())) {
      all = new ArrayList<>(stays);
      all.add(new Stay(state.name(), from));
    }
    return new Course<>(all, event, step, workflows);
  }

  /** Local day from which it stands. */
  public LocalDate begun() {
    return stays.getFirst().from();
  }

  /**
   * The local day since which that step is open to the present hands without a break. It happened
   * no sooner: it rests on what opened it. It does not rest on what came after that and left it
   * open: a result may have been handed over before the last progress was told, but not before it
   * was returned.
   */
  LocalDate openSince(Step<?> step) {
    LocalDate since = stays.getLast().from();
    for (Stay stay : stays.reversed()) {
      if (step.from().stream().noneMatch(state -> state.name().equals(stay.state()))) {
        break;
      }
      since = stay.from();
    }
    return since;
  }
}
