package plantrail.kernel.workflow;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * One step of a workflow.
 *
 * @param command the command that takes it, in kebab case
 * @param from the states from which it is open; empty for a step that begins the workflow
 * @param to the state that it leads to; null if the state stays as it is
 * @param by who may take it
 * @param needs what must hold besides
 * @param under what it demands of the plan that its subject belongs to
 * @param since the version of the tables from which on it is so, see {@link Workflows#VERSION}
 * @param before what it was until then; null if there was no such step
 */
public record Step<S extends Enum<S>>(
    String command,
    Set<S> from,
    @Nullable S to,
    Set<Relation> by,
    Set<Condition> needs,
    UnderPlan under,
    int since,
    @JsonIgnore @Nullable Step<S> before) {
  public Step {
    from = inOrder(from);
    by = inOrder(by);
    needs = inOrder(needs);
  }

  private static <E extends Enum<E>> Set<E> inOrder(Set<E> some) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(some.stream().sorted().toList()));
  }

  static <S extends Enum<S>> Step<S> of(
      String command, Set<S> from, @Nullable S to, Relation... by) {
    return new Step<>(command, from, to, Set.of(by), Set.of(), UnderPlan.WHATEVER, 1, null);
  }

  /** The same step, open from those states. */
  Step<S> from(Set<S> states) {
    return new Step<>(command, states, to, by, needs, under, since, before);
  }

  /** The same step, open only where those conditions hold. */
  Step<S> needing(Condition... conditions) {
    return new Step<>(command, from, to, by, Set.of(conditions), under, since, before);
  }

  /** The same step, which demands that of its subject's plan. */
  Step<S> under(UnderPlan plan) {
    return new Step<>(command, from, to, by, needs, plan, since, before);
  }

  /** The same step, which came with that version of the tables. */
  Step<S> since(int version) {
    return new Step<>(command, from, to, by, needs, under, version, null);
  }

  /** The same step, which was another one until that version of the tables. */
  Step<S> since(int version, UnaryOperator<Step<S>> before) {
    return new Step<>(command, from, to, by, needs, under, version, before.apply(this));
  }

  /** What it was in that version of the tables; null if there was no such step. */
  @Nullable Step<S> at(int version) {
    if (since <= version) {
      return this;
    }
    return before == null ? null : before.at(version);
  }

  /** Whether only the system takes it. */
  public boolean bySystemAlone() {
    return by.equals(Set.of(Relation.SYSTEM));
  }
}
