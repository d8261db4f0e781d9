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
import java.util.function.Function;
import plantrail.kernel.calendar.Timeliness;

/**
 * Duties counted.
 *
 * @param total how many
 * @param byState by progress or state, in the workflow's order; states without any are there with 0
 * @param byTimeliness by how they stand against their last timely day; all classes are there
 * @param byOriginalTimeliness the same against the day first set, whatever it was moved to since
 *     and whether or not the duty was called off
 * @param shifts those that stand otherwise against the one day than against the other
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
   */
  public record Group(
      String of,
      String state,
      Timeliness timeliness,
      Timeliness originalTimeliness,
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
    for (Group group : groups) {
      byState.merge(group.state(), group.number(), Long::sum);
    }
    return new Counts(
        groups.stream().mapToLong(Group::number).sum(),
        byState,
        byClass(groups, Group::timeliness),
        byClass(groups, Group::originalTimeliness),
        shifts(groups),
        groups.stream().mapToLong(Group::dueSoon).sum());
  }

  private static Map<Timeliness, Long> byClass(
      Collection<Group> groups, Function<Group, Timeliness> timeliness) {
    Map<Timeliness, Long> numbers =
        Arrays.stream(Timeliness.values())
            .collect(toMap(each -> each, each -> 0L, Long::sum, LinkedHashMap::new));
    groups.forEach(each -> numbers.merge(timeliness.apply(each), each.number(), Long::sum));
    return numbers;
  }

  private static List<Shift> shifts(Collection<Group> groups) {
    return groups.stream()
        .filter(each -> each.originalTimeliness() != each.timeliness())
        .map(each -> new Shift(each.originalTimeliness(), each.timeliness(), each.number()))
        .collect(
            groupingBy(
                each -> new Shift(each.original(), each.current(), 0), summingLong(Shift::number)))
        .entrySet()
        .stream()
        .map(each -> new Shift(each.getKey().original(), each.getKey().current(), each.getValue()))
        .sorted(comparing(Shift::original).thenComparing(Shift::current))
        .toList();
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
