package plantrail.platform.store;

import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.serialization.Serializer;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import plantrail.platform.messaging.SnapshotSerializer;

/** Our own event store; left out where Axon Server keeps the events. */
@ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class PostgresStoreConfiguration {

  @Bean
  EventStorageEngine eventStorageEngine(
      LazyConnections pool,
      ConnectionProvider connections,
      TransactionManager transactions,
      @Qualifier("eventSerializer") Serializer eventSerializer,
      SnapshotSerializer snapshots,
      Configuration configuration) {
    return new PostgresEventStorageEngine(
        pool, connections, transactions, eventSerializer, snapshots, configuration.upcasterChain());
  }

  @Bean
  @Qualifier("eventStore")
  NumberedEventStore eventStore(
      EventStorageEngine engine, Configuration configuration, RightOfWay way) {
    return new NumberedEventStore(
        NumberedEventStore.builder()
            .storageEngine(engine)
            .messageMonitor(configuration.messageMonitor(EventStore.class, "eventStore")),
        way);
  }

  @Bean
  Sequencer sequencer(DataSource dataSource, NumberedEventStore eventStore, RightOfWay way) {
    Sequencer sequencer = new Sequencer(dataSource, way, eventStore::wake);
    eventStore.onCommit(sequencer::signal);
    return sequencer;
  }

  @Bean
  PositionListener positionListener(DataSource dataSource, NumberedEventStore eventStore) {
    return new PositionListener(dataSource, eventStore::wake);
  }
}
