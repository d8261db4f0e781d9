package plantrail.command.platform;

import java.util.List;
import java.util.function.Function;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;
import plantrail.command.StepCommand;
import plantrail.command.Stepwise;
import plantrail.command.Subject;
import plantrail.kernel.DomainEvent;
import plantrail.kernel.catalog.EventCatalog;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.MetadataKeys;
import plantrail.kernel.message.Outcome;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;

/** The way from a decision's events into the aggregate that is being handled. */
public final class Decided {
  private Decided() {}

  /** Takes a step of something; refuses with NOT_FOUND if that has not begun. */
  public static <S extends Stepwise<?>, E extends DomainEvent> Outcome take(
      StepCommand<S, E> step,
      @Nullable String id,
      @Nullable S subject,
      Actor actor,
      Occurrence when) {
    return take(id, subject, actor, begun -> step.decide(begun, actor, when));
  }

  /** As above, for a step that demands something of its subject's plan. */
  public static <S extends Stepwise<?>, E extends DomainEvent> Outcome take(
      StepCommand<S, E> step,
      @Nullable String id,
      @Nullable S subject,
      Actor actor,
      Occurrence when,
      Plans plans) {
    return take(id, subject, actor, begun -> step.decide(begun, actor, when, plans));
  }

  /** Applies what is decided about something; refuses with NOT_FOUND if that has not begun. */
  public static <S extends Subject, E extends DomainEvent> Outcome take(
      @Nullable String id, @Nullable S subject, Actor actor, Function<S, List<E>> decision) {
    if (id == null || subject == null) {
      throw Refusal.notFound(String.valueOf(id));
    }
    if (!actor.mayActUnder(subject.plan())) {
      throw Refusal.of(RefusalCode.NOT_PERMITTED, "refusal.outside-mandate");
    }
    return apply(
        id,
        decision.apply(subject),
        subject instanceof Stepwise<?> goesOn ? goesOn.course().workflows() : null);
  }

  /** Applies the events and tells what came of the command. */
  public static Outcome apply(String id, List<? extends DomainEvent> events) {
    return apply(id, events, null);
  }

  /**
   * As above, of events of something that goes by that version of the workflow tables; null if it
   * goes by the present one.
   */
  public static Outcome apply(
      String id, List<? extends DomainEvent> events, @Nullable Integer workflows) {
    MetaData metaData = metaData(workflows);
    events.forEach(event -> AggregateLifecycle.apply(event, metaData));
    Long version = AggregateLifecycle.getVersion();
    return new Outcome(
        id,
        events.stream().map(event -> EventCatalog.nameOf(event.getClass())).toList(),
        Outcome.mark(id, version == null ? 0 : version));
  }

  /** What stands beside the events of something that goes by that version. */
  public static MetaData metaData(@Nullable Integer workflows) {
    return workflows == null
        ? MetaData.emptyInstance()
        : MetaData.with(MetadataKeys.WORKFLOWS, workflows.toString());
  }
}
