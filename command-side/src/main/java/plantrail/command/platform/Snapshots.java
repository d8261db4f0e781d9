package plantrail.command.platform;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.annotation.HandlerDefinition;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.axonframework.spring.eventsourcing.SpringAggregateSnapshotter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;

/**
 * What a long record comes to is kept beside it, so that the next step need not read it all. It is
 * made after the commit and on a thread of its own: nobody waits for it, and no step fails with it.
 */
@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
public class Snapshots {
  /** Name of the bean that says when, for the aggregates' annotation. */
  public static final String TRIGGER = "snapshotTrigger";

  /**
   * Says when a snapshot is due.
   *
   * @param every number of events of one aggregate after which one is made
   */
  @Bean(TRIGGER)
  SnapshotTriggerDefinition snapshotTrigger(
      Snapshotter snapshotter, @Value("${plantrail.snapshot.every:50}") int every) {
    return new EventCountSnapshotTriggerDefinition(snapshotter, every);
  }

  @Bean
  Snapshotter snapshotter(
      EventStore eventStore,
      TransactionManager transactions,
      Configuration axon,
      ParameterResolverFactory parameters,
      HandlerDefinition handlers) {
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            new AxonThreadFactory("snapshots"),
            // At the end of the application what is due is left: the next load asks for it again.
            new ThreadPoolExecutor.DiscardPolicy());
    axon.onShutdown(executor::shutdownNow);
    return SpringAggregateSnapshotter.builder()
        .eventStore(eventStore)
        .transactionManager(transactions)
        .executor(executor)
        .repositoryProvider(axon::repository)
        .parameterResolverFactory(parameters)
        .handlerDefinition(handlers)
        .build();
  }
}
