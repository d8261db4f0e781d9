package plantrail.kernel.workflow;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.kernel.plan.PlanStatus;

/**
 * A workflow as data: the only place that says which step leads where and who may take it. The
 * decisions ask it, the pages draw their buttons from it, the documentation its diagrams.
 *
 * @param name what it is about, in kebab case
 * @param states all its states, in the order in which they are usually passed
 * @param steps its steps, the likely next one of a state first
 */
public record Workflow<S extends Enum<S>>(String name, List<S> states, List<Step<S>> steps) {
  public Workflow {
    states = List.copyOf(states);
    steps = List.copyOf(steps);
  }

  @SafeVarargs
  static <S extends Enum<S>> Workflow<S> of(String name, Class<S> states, Step<S>... steps) {
    return new Workflow<>(name, Arrays.asList(states.getEnumConstants()), Arrays.asList(steps));
  }

  static <S extends Enum<S>> Step<S> begin(String command, S to, Relation... by) {
    return Step.of(command, Set.of(), to, by);
  }

  static <S extends Enum<S>> Step<S> step(String command, Set<S> from, S to, Relation... by) {
    return Step.of(command, from, to, by);
  }

  /** A step that leaves the state as it is. */
  static <S extends Enum<S>> Step<S> stay(String command, Set<S> from, Relation... by) {
    return Step.of(command, from, null, by);
  }

  /**
   * The workflow by which something goes whose plan was issued under that version of the tables:
   * people's steps are what they were then. The system's are what they are at present: it carries
   * out what was decided elsewhere, and what is new in that has to reach every subject.
   *
   * @param version see {@link Workflows#VERSION}; null if not known, then the present one
   */
  public Workflow<S> at(@Nullable Integer version) {
    return version == null || version >= Workflows.VERSION
        ? this
        : with(step -> step.bySystemAlone() ? step : step.at(version));
  }

  private Workflow<S> with(Function<Step<S>, @Nullable Step<S>> row) {
    return new Workflow<>(name, states, steps.stream().map(row).filter(Objects::nonNull).toList());
  }

  /** The step that this command takes; throws IllegalArgumentException if it takes none. */
  public Step<S> step(String command) {
    return find(command)
        .orElseThrow(() -> new IllegalArgumentException(name + " has no step " + command));
  }

  private Optional<Step<S>> find(String command) {
    return steps.stream().filter(step -> step.command().equals(command)).findFirst();
  }

  /**
   * Refuses with NOT_PERMITTED unless one of the relations may take the step, and with
   * INVALID_STATE if there is none in this version of the workflow.
   */
  public void permit(String command, Set<Relation> actorIs) {
    Set<Relation> by =
        find(command)
            .orElseThrow(() ->
                Refusal.of(
                    RefusalCode.INVALID_STATE, "refusal.step-of-later-version", "@step." + command))
            .by();
    if (Collections.disjoint(by, actorIs)) {
      throw Refusal.of(
          RefusalCode.NOT_PERMITTED,
          "refusal.not-permitted",
          "@step." + command,
          names("relation", by.stream().sorted()));
    }
  }

  /** The state that the step leads to, where nothing but the state matters. */
  public S take(String command, @Nullable S current, Set<Relation> actorIs) {
    return take(command, current, actorIs, Set.of());
  }

  /**
   * The state that the step leads to. Refuses with NOT_PERMITTED if none of the relations may take
   * it, then with INVALID_STATE if it is not open from the present state, or if something that it
   * needs does not hold.
   *
   * @param current present state; null before the beginning
   * @param holds the conditions that hold
   */
  public S take(String command, @Nullable S current, Set<Relation> actorIs, Set<Condition> holds) {
    permit(command, actorIs);
    Step<S> step = step(command);
    if (!isOpen(step, current)) {
      throw Refusal.of(
          RefusalCode.INVALID_STATE,
          "refusal.invalid-state",
          "@step." + command,
          names("state." + name, states.stream().filter(step.from()::contains)),
          current == null ? "@state.none" : "@state." + name + "." + current);
    }
    if (!holds.containsAll(step.needs())) {
      throw Refusal.of(
          RefusalCode.INVALID_STATE,
          "refusal.condition",
          "@step." + command,
          names("condition", step.needs().stream().filter(each -> !holds.contains(each)).sorted()));
    }
    return step.to() != null ? step.to() : Objects.requireNonNull(current);
  }

  /** The commands that are open where nothing but the state matters. */
  public List<String> openTo(@Nullable S current, Set<Relation> actorIs) {
    return openTo(current, actorIs, Set.of());
  }

  /**
   * The commands that an actor with those relations may give now, the likely next one first.
   *
   * @param holds the conditions that hold
   */
  public List<String> openTo(@Nullable S current, Set<Relation> actorIs, Set<Condition> holds) {
    return steps.stream()
        .filter(step ->
            isOpen(step, current)
                && !Collections.disjoint(step.by(), actorIs)
                && holds.containsAll(step.needs()))
        .map(Step::command)
        .toList();
  }

  /**
   * As above, of those steps that the status of the subject's plan allows.
   *
   * @param plan how far that plan has come
   */
  public List<String> openTo(
      @Nullable S current, Set<Relation> actorIs, Set<Condition> holds, PlanStatus plan) {
    return openTo(current, actorIs, holds).stream()
        .filter(command -> step(command).under().allows(plan))
        .toList();
  }

  private static <S extends Enum<S>> boolean isOpen(Step<S> step, @Nullable S current) {
    return current == null ? step.from().isEmpty() : step.from().contains(current);
  }

  private static String names(String prefix, Stream<? extends Enum<?>> values) {
    return values.map(value -> "@" + prefix + "." + value).collect(Collectors.joining(","));
  }

  static Set<Relation> none() {
    return EnumSet.noneOf(Relation.class);
  }
}
