package plantrail.platform.messaging;

import java.util.OptionalLong;
import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.config.Configuration;
import org.axonframework.eventhandling.EventBusSpanFactory;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.snapshotting.SnapshotFilter;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import plantrail.platform.store.LogEnd;

/** The event store where Axon Server keeps the events, and the snapshots beside them. */
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "true")
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class AxonServerStoreConfiguration {
  private static final long NOTHING = -1;

  /** Axon's own would write snapshots by the general serializer, which sees no field of them. */
  @Bean
  @Qualifier("eventStore")
  AxonServerEventStore eventStore(
      AxonServerConfiguration servers,
      AxonServerConnectionManager connections,
      @Qualifier("eventSerializer") Serializer eventSerializer,
      SnapshotSerializer snapshots,
      Configuration configuration) {
    return AxonServerEventStore.builder()
        .configuration(servers)
        .platformConnectionManager(connections)
        .eventSerializer(eventSerializer)
        .snapshotSerializer(snapshots)
        .snapshotFilter((SnapshotFilter) snapshots::understands)
        .upcasterChain(configuration.upcasterChain())
        .messageMonitor(configuration.messageMonitor(AxonServerEventStore.class, "eventStore"))
        .spanFactory(configuration.getComponent(EventBusSpanFactory.class))
        .build();
  }

  @Bean
  LogEnd logEnd(AxonServerEventStore eventStore) {
    return () -> {
      TrackingToken head = eventStore.createHeadToken();
      OptionalLong position = head == null ? OptionalLong.of(NOTHING) : head.position();
      return () -> position;
    };
  }
}
