package plantrail.query.platform;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.calendar.Timeliness;

/**
 * Duties counted.
 *
 * <p>Of a year, a duty counts against the day that holds if that one is within it, and against the
 * day first set if that one is: what was moved into another year still counts where it was due.
 *
 * @param total how many, by the days that hold
 * @param byState by progress or state, in the workflow's order; states without any are there with 0
 * @param byTimeliness by how they stand against their last timely day; all classes are there
 * @param byOriginalTimeliness the same against the day first set, whatever it was moved to since
 *     and whether or not the duty was called off
 * @param shifts those that stand otherwise against the one day than against the other; of a year,
 *     those that belong to it by both days
 * @param dueSoon of those in time, how many fall due within {@value #SOON_DAYS} days
 */
public record Counts(
    long total,
    Map<String, Long> byState,
    Map<Timeliness, Long> byTimeliness,
    Map<Timeliness, Long> byOriginalTimeliness,
    List<Shift> shifts,
    long dueSoon) {

  /** Calendar days before the last timely day within which a duty counts as due soon (practice). */
  public static final int SOON_DAYS = 3;

  /**
   * One group of counted duties.
   *
   * @param of what they are counted for: a plan, an agency
   * @param timeliness null if they do not count against the days that hold
   * @param originalTimeliness null if they do not count against the days first set
   */
  public record Group(
      String of,
      String state,
      @Nullable Timeliness timeliness,
      @Nullable Timeliness originalTimeliness,
      long number,
      long dueSoon) {}

  /**
   * Duties whose class is another because their day was moved or they were called off.
   *
   * @param original their class against the day first set
   * @param current their class against the day that holds
   */
  public record Shift(Timeliness original, Timeliness current, long number) {}

  /** The sum of those groups, over the states of a workflow. */
  public static <S extends Enum<S>> Counts sum(Class<S> states, Collection<Group> groups) {
    Map<String, Long> byState = new LinkedHashMap<>();
    for (S state : states.getEnumConstants()) {
      byState.put(state.name(), 0L);
    }
    List<Group> now = groups.stream().filter(each -> each.timeliness() != null).toList();
    for (Group group : now) {
      byState.merge(group.state(), group.number(), Long::sum);
    }
    return new Counts(
        now.stream().mapToLong(Group::number).sum(),
        byState,
        byClass(groups, Group::timeliness),
        byClass(groups, Group::originalTimeliness),
        shifts(groups),
        groups.stream().mapToLong(Group::dueSoon).sum());
  }

  private static Map<Timeliness, Long> byClass(
      Collection<Group> groups, Function<Group, @Nullable Timeliness> timeliness) {
    Map<Timeliness, Long> numbers =
        Arrays.stream(Timeliness.values())
            .collect(toMap(each -> each, each -> 0L, Long::sum, LinkedHashMap::new));
    for (Group each : groups) {
      Timeliness of = timeliness.apply(each);
      if (of != null) {
        numbers.merge(of, each.number(), Long::sum);
      }
    }
    return numbers;
  }

  private static List<Shift> shifts(Collection<Group> groups) {
    return groups.stream()
        .flatMap(each -> shift(each).stream())
        .collect(
            groupingBy(
                each -> new Shift(each.original(), each.current(), 0), summingLong(Shift::number)))
        .entrySet()
        .stream()
        .map(each -> new Shift(each.getKey().original(), each.getKey().current(), each.getValue()))
        .sorted(comparing(Shift::original).thenComparing(Shift::current))
        .toList();
  }

  private static Optional<Shift> shift(Group group) {
    Timeliness original = group.originalTimeliness();
    Timeliness current = group.timeliness();
    return original == null || current == null || original == current
        ? Optional.empty()
        : Optional.of(new Shift(original, current, group.number()));
  }

  /** The number in all of those classes. */
  public long among(Collection<Timeliness> classes) {
    return classes.stream().mapToLong(this::of).sum();
  }

  /** How many are still to be done. */
  public long open() {
    return among(Arrays.stream(Timeliness.values()).filter(Timeliness::isOpen).toList());
  }

  /** The number in that class. */
  public long of(Timeliness timeliness) {
    return byTimeliness.getOrDefault(timeliness, 0L);
  }

  /** The number in that class against the days first set. */
  public long originally(Timeliness timeliness) {
    return byOriginalTimeliness.getOrDefault(timeliness, 0L);
  }

  /** The number that is in the second class and would be in the first, had nothing been moved. */
  public long shifted(Timeliness original, Timeliness current) {
    return shifts.stream()
        .filter(each -> each.original() == original && each.current() == current)
        .mapToLong(Shift::number)
        .sum();
  }
}
