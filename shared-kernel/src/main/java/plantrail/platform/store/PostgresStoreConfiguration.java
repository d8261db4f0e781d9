package plantrail.platform.store;

import java.util.Optional;
import java.util.OptionalLong;
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
import org.springframework.jdbc.core.simple.JdbcClient;
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

  /** By the event's place in the order that no later event comes before. */
  @Bean
  LogEnd logEnd(JdbcClient jdbc) {
    return () -> {
      Optional<EventKey> last =
          jdbc.sql(
                  """
                  select order_key, place from store.event
                   order by order_key desc, place desc limit 1
                  """)
              .query(EventKey.class)
              .optional();
      return () -> last.isEmpty() ? OptionalLong.of(0) : position(jdbc, last.get());
    };
  }

  private record EventKey(long orderKey, long place) {}

  private static OptionalLong position(JdbcClient jdbc, EventKey key) {
    return jdbc
        .sql(
            """
            select position from store.event_number
             where order_key = :key and place = :place
            """)
        .param("key", key.orderKey())
        .param("place", key.place())
        .query(Long.class)
        .stream()
        .mapToLong(Long::longValue)
        .findFirst();
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
