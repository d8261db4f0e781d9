package plantrail.kernel.workflow;

import java.util.Set;

/**
 * One step of a workflow.
 *
 * @param command the command that takes it, in kebab case
 * @param from the states from which it is open; empty for a step that begins the workflow
 * @param to the state that it leads to
 * @param by who may take it
 */
public record Step<S extends Enum<S>>(String command, Set<S> from, S to, Set<Relation> by) {
  public Step {
    from = Set.copyOf(from);
    by = Set.copyOf(by);
  }
}
