package plantrail.command;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.eventsourcing.GenericAggregateFactory;
import org.axonframework.eventsourcing.NoSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ClasspathHandlerDefinition;
import org.axonframework.messaging.annotation.ClasspathParameterResolverFactory;
import org.axonframework.messaging.annotation.MultiParameterResolverFactory;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.modelling.command.inspection.AggregateModel;
import org.axonframework.modelling.command.inspection.AnnotatedAggregateMetaModelFactory;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.ClassUtils;
import plantrail.command.platform.Taken;
import plantrail.kernel.catalog.DomainEvents;
import plantrail.kernel.catalog.EventCatalog;
import plantrail.kernel.message.MetadataKeys;
import plantrail.platform.messaging.SnapshotSerializer;

/** Aggregates as the framework loads them, from their record or from a snapshot of it. */
public final class Loaded {
  /** All aggregates there are. */
  public static final Set<Class<?>> AGGREGATES = aggregates();

  /** The serializer of their snapshots. */
  public static final SnapshotSerializer SNAPSHOTS =
      new SnapshotSerializer(EventCatalog.of(DomainEvents.SEALED), AGGREGATES);

  private static final String ID = "any";

  private Loaded() {}

  private static Set<Class<?>> aggregates() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AnnotationTypeFilter(Aggregate.class));
    return scanner.findCandidateComponents("plantrail.command").stream()
        .<Class<?>>map(
            each -> ClassUtils.resolveClassName(String.valueOf(each.getBeanClassName()), null))
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }

  /** What may happen to an aggregate, its beginning first. */
  public static List<Class<?>> events(Class<?> aggregate) {
    Class<?> sealed =
        Arrays.stream(aggregate.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(EventSourcingHandler.class))
            .map(method -> method.getParameterTypes()[0])
            .findFirst()
            .orElseThrow();
    return List.copyOf(EventCatalog.of(List.of(sealed)).types());
  }

  /** An event in its place in a record. */
  public static DomainEventMessage<?> message(long sequence, Object payload, Taken taken) {
    return new GenericDomainEventMessage<>(
        "any",
        ID,
        sequence,
        payload,
        Map.of(MetadataKeys.ACTOR, taken.by(), MetadataKeys.HAPPENED_ON, taken.on().toString()),
        new UUID(0, sequence).toString(),
        Given.NOW);
  }

  /** The aggregate whose record that is. */
  public static <T> T from(Class<T> aggregate, List<DomainEventMessage<?>> record) {
    AggregateModel<T> model =
        AnnotatedAggregateMetaModelFactory.inspectAggregate(
            aggregate,
            MultiParameterResolverFactory.ordered(
                ClasspathParameterResolverFactory.forClass(aggregate),
                new Taken.OfEvents(),
                new OfCommands()),
            ClasspathHandlerDefinition.forClass(aggregate));
    EventSourcedAggregate<T> loaded =
        EventSourcedAggregate.initialize(
            new GenericAggregateFactory<>(model).createAggregateRoot(ID, record.getFirst()),
            model,
            null,
            NoSnapshotTriggerDefinition.TRIGGER);
    loaded.initializeState(DomainEventStream.of(record));
    return loaded.getAggregateRoot();
  }

  /** The aggregate of that snapshot, after these further events. */
  public static Object after(Object snapshot, List<DomainEventMessage<?>> more) {
    List<DomainEventMessage<?>> all = new java.util.ArrayList<>();
    all.add(message(0, snapshot, new Taken("system", Given.TODAY)));
    all.addAll(more);
    return from(snapshot.getClass(), all);
  }

  /** The aggregate as it comes back from a snapshot. */
  public static Object kept(Object aggregate) {
    SerializedObject<String> stored = SNAPSHOTS.serialize(aggregate, String.class);
    return SNAPSHOTS.deserialize(stored);
  }

  /** What only commands are handled with is never asked for here. */
  private static final class OfCommands
      implements ParameterResolverFactory, ParameterResolver<Object> {

    @Override
    public @Nullable ParameterResolver<?> createInstance(
        Executable executable, Parameter[] parameters, int index) {
      return executable.isAnnotationPresent(CommandHandler.class) && index > 0 ? this : null;
    }

    @Override
    public @Nullable Object resolveParameterValue(Message<?> message) {
      throw new IllegalStateException("No command is handled here");
    }

    @Override
    public boolean matches(Message<?> message) {
      return false;
    }
  }
}
