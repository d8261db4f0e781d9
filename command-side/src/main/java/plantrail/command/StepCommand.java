package plantrail.command;

import java.util.List;
import plantrail.command.platform.Check;
import plantrail.command.platform.CommandRegistry;
import plantrail.command.platform.Occurrence;
import plantrail.command.platform.Plans;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Role;
import plantrail.kernel.workflow.UnderPlan;
import plantrail.kernel.workflow.Workflow;

/**
 * A step of something that has begun. Every step may also state the day on which it happened, see
 * {@link Occurrence}; that is read beside its own fields.
 *
 * @param <S> what it is a step of
 * @param <E> what may happen to that
 */
public interface StepCommand<S extends Stepwise<?>, E> extends SubjectCommand {

  /** What follows for the subject; refuses if the actor may not take the step, or not now. */
  List<E> follow(S subject, Actor actor, Occurrence when);

  /**
   * Notes what is faulty in the step's own fields. The system's are not asked: it carries out what
   * was checked where a person said it, in words that it put together.
   */
  default void check(Check check, S subject) {}

  /** What follows if that actor takes the step now; refuses with all that is faulty in it. */
  default List<E> decide(S subject, Actor actor, Occurrence when) {
    List<E> events = follow(subject, actor, when);
    Check check = when.check(subject.openSince(CommandRegistry.nameOf(getClass())));
    if (actor.role() != Role.SYSTEM) {
      check(check, subject);
    }
    check.done();
    return events;
  }

  /** What the step of that workflow demands of the plan that its subject belongs to. */
  default UnderPlan underPlan(Workflow<?> workflow) {
    return workflow.step(CommandRegistry.nameOf(getClass())).under();
  }

  /**
   * As {@link #decide(Subject, Actor, Occurrence)}; refuses with INVALID_STATE if the plan is not
   * what the step demands.
   */
  default List<E> decide(S subject, Actor actor, Occurrence when, Plans plans) {
    List<E> events = decide(subject, actor, when);
    if (!events.isEmpty() && actor.role() != Role.SYSTEM) {
      plans.demand(underPlan(subject.workflow()), subject.plan());
    }
    return events;
  }
}
