package plantrail.kernel.workflow;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
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
 */
public record Step<S extends Enum<S>>(
    String command,
    Set<S> from,
    @Nullable S to,
    Set<Relation> by,
    Set<Condition> needs,
    UnderPlan under) {
  public Step {
    from = inOrder(from);
    by = inOrder(by);
    needs = inOrder(needs);
  }

  private static <E extends Enum<E>> Set<E> inOrder(Set<E> some) {
    return Collections.unmodifiableSet(new LinkedHashSet<>(some.stream().sorted().toList()));
  }

  /** The same step, open only where those conditions hold. */
  Step<S> needing(Condition... conditions) {
    return new Step<>(command, from, to, by, Set.of(conditions), under);
  }

  /** The same step, which demands that of its subject's plan. */
  Step<S> under(UnderPlan plan) {
    return new Step<>(command, from, to, by, needs, plan);
  }

  /** Whether only the system takes it. */
  public boolean bySystemAlone() {
    return by.equals(Set.of(Relation.SYSTEM));
  }
}
