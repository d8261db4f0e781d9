package plantrail.command;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import plantrail.kernel.DomainEvent;
import plantrail.kernel.message.Actor;
import plantrail.kernel.workflow.Relation;
import plantrail.kernel.workflow.UnderPlan;
import plantrail.kernel.workflow.Workflow;

/**
 * What goes step by step: no step happened before what opened it, and one that is said again
 * changes nothing.
 *
 * @param <E> what may happen to it
 */
public interface Stepwise<E extends DomainEvent> extends Subject {
  /** How it came to its present state. */
  Course<E> course();

  /** Which step leads where, and who may take it: as it was when the plan was issued. */
  Workflow<?> workflow();

  /** How the actor stands to it. */
  Set<Relation> relations(Actor actor);

  /** Refuses unless the actor may take the step now. */
  void open(String step, Actor actor);

  /** Refuses unless the actor may take the step, at whatever time. */
  default void permit(String step, Actor actor) {
    workflow().permit(step, relations(actor));
  }

  @Override
  default LocalDate begun() {
    return course().begun();
  }

  @Override
  default LocalDate openSince(String step) {
    return course().openSince(workflow().step(step));
  }

  /** What a step demands of the plan that it belongs to. */
  default UnderPlan underPlan(String step) {
    return workflow().step(step).under();
  }

  /** The last event. */
  default E last() {
    return course().last();
  }

  /**
   * Takes a step of the workflow. The same person saying the same again changes nothing; everybody
   * else is told what is the case.
   */
  default List<E> take(String step, E event, Actor actor) {
    permit(step, actor);
    return once(event, actor, () -> open(step, actor));
  }

  /**
   * As {@link #take(String, DomainEvent, Actor)}, for a step that may be taken word by word again:
   * on another day it is another one.
   *
   * @param on local day on which it happens
   */
  default List<E> take(String step, E event, Actor actor, LocalDate on) {
    List<E> events = take(step, event, actor);
    if (!events.isEmpty() || on.equals(course().taken().on())) {
      return events;
    }
    open(step, actor);
    return List.of(event);
  }

  /**
   * What follows from a step: nothing if the same person said the same, and nobody has said
   * anything since.
   *
   * @param open refuses unless the step may be taken now
   */
  default List<E> once(E event, Actor actor, Runnable open) {
    if (event.equals(last()) && actor.person().equals(course().taken().by())) {
      return List.of();
    }
    open.run();
    return List.of(event);
  }
}
