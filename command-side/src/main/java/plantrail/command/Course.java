package plantrail.command;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import plantrail.kernel.workflow.Step;

/**
 * How something came to its present state: all its states, one after another.
 *
 * @param stays the states, the present one last
 */
public record Course(List<Stay> stays) {
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

  /** The course of something that begins in that state on that local day. */
  public static Course beginning(Enum<?> state, LocalDate day) {
    return new Course(List.of(new Stay(state.name(), day)));
  }

  /**
   * The course after an event of that local day that leads to that state, or leaves it as it is.
   */
  public Course after(Enum<?> state, LocalDate day) {
    if (stays.getLast().state().equals(state.name())) {
      return this;
    }
    List<Stay> longer = new ArrayList<>(stays);
    longer.add(new Stay(state.name(), day));
    return new Course(longer);
  }

  /**
   * The local day since which that step is open without a break. It happened no sooner: it rests on
   * what opened it. It does not rest on what came after that and left it open: a result may have
   * been handed over before the last progress was told, but not before it was returned.
   */
  public LocalDate openSince(Step<?> step) {
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
