package plantrail.query.platform;

import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import plantrail.kernel.calendar.Timeliness;

/**
 * Duties counted.
 *
 * @param total how many
 * @param byState by progress or state, in the workflow's order; states without any are there with 0
 * @param byTimeliness by how they stand against their last timely day; all classes are there
 * @param dueSoon of those in time, how many fall due within {@value #SOON_DAYS} days
 */
public record Counts(
    long total, Map<String, Long> byState, Map<Timeliness, Long> byTimeliness, long dueSoon) {

  /** Calendar days before the last timely day within which a duty counts as due soon (practice). */
  public static final int SOON_DAYS = 3;

  /**
   * One group of counted duties.
   *
   * @param of what they are counted for: a plan, an agency
   */
  public record Group(String of, String state, Timeliness timeliness, long number, long dueSoon) {}

  /** The sum of those groups, over the states of a workflow. */
  public static <S extends Enum<S>> Counts sum(Class<S> states, Collection<Group> groups) {
    Map<String, Long> byState = new LinkedHashMap<>();
    for (S state : states.getEnumConstants()) {
      byState.put(state.name(), 0L);
    }
    Map<Timeliness, Long> byTimeliness =
        Arrays.stream(Timeliness.values())
            .collect(toMap(each -> each, each -> 0L, Long::sum, LinkedHashMap::new));
    for (Group group : groups) {
      byState.merge(group.state(), group.number(), Long::sum);
      byTimeliness.merge(group.timeliness(), group.number(), Long::sum);
    }
    return new Counts(
        groups.stream().mapToLong(Group::number).sum(),
        byState,
        byTimeliness,
        groups.stream().mapToLong(Group::dueSoon).sum());
  }

  /** The number in all of those classes. */
  public long among(Collection<Timeliness> classes) {
    return classes.stream().mapToLong(this::of).sum();
  }

  /** The number in that class. */
  public long of(Timeliness timeliness) {
    return byTimeliness.getOrDefault(timeliness, 0L);
  }
}
