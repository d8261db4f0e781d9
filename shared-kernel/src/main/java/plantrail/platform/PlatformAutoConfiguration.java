package plantrail.platform;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.axonframework.common.AxonThreadFactory;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.Configuration;
import org.axonframework.config.Configurer;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.deadletter.jdbc.DeadLetterSchema;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.axonframework.spring.stereotype.Aggregate;
import org.axonframework.springboot.EventProcessorProperties;
import org.axonframework.springboot.autoconfig.AxonAutoConfiguration;
import org.axonframework.springboot.autoconfig.AxonServerAutoConfiguration;
import org.axonframework.springboot.autoconfig.AxonServerBusAutoConfiguration;
import org.axonframework.springboot.autoconfig.EventProcessingAutoConfiguration;
import org.axonframework.springboot.autoconfig.JdbcAutoConfiguration;
import org.axonframework.springboot.autoconfig.MicrometerMetricsAutoConfiguration;
import org.axonframework.springboot.autoconfig.NoOpTransactionAutoConfiguration;
import org.axonframework.springboot.autoconfig.TransactionAutoConfiguration;
import org.axonframework.springboot.util.DeadLetterQueueProviderConfigurerModule;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.prometheus.PrometheusMetricsExportAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import plantrail.kernel.catalog.DomainEvents;
import plantrail.kernel.catalog.EventCatalog;
import plantrail.kernel.catalog.Revisions;
import plantrail.platform.health.HealthConfiguration;
import plantrail.platform.messaging.AxonServerConnection;
import plantrail.platform.messaging.AxonServerStoreConfiguration;
import plantrail.platform.messaging.EventSerializer;
import plantrail.platform.messaging.GeneralSerializer;
import plantrail.platform.messaging.LostRaces;
import plantrail.platform.messaging.Provenance;
import plantrail.platform.messaging.ReaderTokens;
import plantrail.platform.messaging.RevisedEvent;
import plantrail.platform.messaging.Savepoints;
import plantrail.platform.messaging.SnapshotSerializer;
import plantrail.platform.messaging.Watermarks;
import plantrail.platform.schema.MigratedSchema;
import plantrail.platform.schema.SchemaMigrator;
import plantrail.platform.store.LazyConnections;
import plantrail.platform.store.PostgresStoreConfiguration;
import plantrail.platform.store.RightOfWay;
import plantrail.platform.time.EventClock;

/**
 * What both applications stand on. It comes after Boot's data source and before all of Axon's own
 * configuration, which looks for Boot's classes where Boot 4 no longer has them and would silently
 * fall back to no transactions, tokens in memory and a meter registry of its own.
 */
@AutoConfiguration(
    after = {
      DataSourceAutoConfiguration.class,
      DataSourceTransactionManagerAutoConfiguration.class,
      PrometheusMetricsExportAutoConfiguration.class,
      CompositeMeterRegistryAutoConfiguration.class
    },
    before = {
      MicrometerMetricsAutoConfiguration.class,
      AxonServerAutoConfiguration.class,
      AxonServerBusAutoConfiguration.class,
      JdbcAutoConfiguration.class,
      TransactionAutoConfiguration.class,
      NoOpTransactionAutoConfiguration.class,
      EventProcessingAutoConfiguration.class,
      AxonAutoConfiguration.class
    })
@Import({
  PostgresStoreConfiguration.class,
  AxonServerStoreConfiguration.class,
  AxonServerConnection.class,
  HealthConfiguration.class
})
public class PlatformAutoConfiguration {
  private static final int EVENTS_PER_BATCH = 200;
  private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(5);

  @Bean
  static SchemaMigrator schemaMigrator(ObjectProvider<MigratedSchema> schemas) {
    return new SchemaMigrator(schemas);
  }

  @Bean
  static BeanPostProcessor lazyConnections() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource pool ? new LazyConnections(pool) : bean;
      }
    };
  }

  @Bean
  static MigratedSchema storeSchema() {
    return new MigratedSchema("store", "classpath:db/store", 0);
  }

  @Bean
  RightOfWay rightOfWay(@Value("${plantrail.readers.longest-rest:5s}") Duration longest) {
    return new RightOfWay(longest);
  }

  /** The system's clock. Tests put one in its place that they can move. */
  @Bean
  @ConditionalOnMissingBean(Clock.class)
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  EventClock eventClock(
      ObjectProvider<Clock> clocks, @Value("${plantrail.sample.enabled:false}") boolean sample) {
    Clock clock =
        clocks.stream().filter(each -> !(each instanceof EventClock)).findFirst().orElseThrow();
    return new EventClock(clock, sample);
  }

  @Bean
  InitializingBean eventsAreDatedByOurClock(EventClock clock) {
    return () -> GenericEventMessage.clock = clock;
  }

  @Bean
  EventCatalog eventCatalog() {
    return EventCatalog.of(DomainEvents.SEALED);
  }

  @Bean
  @Primary
  Serializer generalSerializer() {
    return GeneralSerializer.create();
  }

  @Bean
  @Qualifier("messageSerializer")
  Serializer messageSerializer() {
    return GeneralSerializer.create();
  }

  @Bean
  @Qualifier("eventSerializer")
  Jackson3Serializer eventSerializer(EventCatalog catalog) {
    return new EventSerializer(catalog);
  }

  @Bean
  SnapshotSerializer snapshotSerializer(EventCatalog catalog, ListableBeanFactory beans) {
    return new SnapshotSerializer(
        catalog,
        Arrays.stream(beans.getBeanNamesForAnnotation(Aggregate.class))
            .<Class<?>>map(name -> Objects.requireNonNull(beans.getType(name)))
            .toList());
  }

  @Bean
  EventUpcasterChain upcasters() {
    return new EventUpcasterChain(Revisions.ALL.stream().map(RevisedEvent::new).toList());
  }

  @Bean
  CorrelationDataProvider provenance() {
    return new Provenance();
  }

  @Bean
  static Savepoints savepoints(ObjectProvider<PlatformTransactionManager> transactions) {
    return new Savepoints(transactions);
  }

  @Bean
  TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
    return new SpringTransactionManager(transactions);
  }

  /**
   * The connection of the transaction under way, which alone says what becomes of it. Axon's own
   * wrapper would roll all of it back as soon as one command is refused that an automation gives
   * within its batch of events, and let the batch go on.
   */
  @Bean
  ConnectionProvider connectionProvider(DataSource dataSource) {
    return new SpringDataSourceConnectionProvider(dataSource);
  }

  @Bean
  TokenStore tokenStore(ConnectionProvider connections, Serializer serializer) {
    return new ReaderTokens(connections, serializer);
  }

  @Bean
  Watermarks watermarks(JdbcClient jdbc, Serializer serializer) {
    return new Watermarks(jdbc, serializer);
  }

  @Bean
  DeadLetterSchema deadLetterSchema() {
    return DeadLetterSchema.builder()
        .deadLetterTable("store.dead_letter")
        .deadLetterIdentifierColumn("dead_letter_id")
        .processingGroupColumn("processing_group")
        .sequenceIdentifierColumn("sequence_id")
        .sequenceIndexColumn("sequence_index")
        .messageTypeColumn("message_type")
        .eventIdentifierColumn("event_id")
        .timestampColumn("recorded_at")
        .payloadTypeColumn("name")
        .payloadRevisionColumn("revision")
        .payloadColumn("payload")
        .metaDataColumn("metadata")
        .aggregateTypeColumn("aggregate_type")
        .aggregateIdentifierColumn("aggregate_id")
        .sequenceNumberColumn("sequence")
        .tokenTypeColumn("token_type")
        .tokenColumn("token")
        .enqueuedAtColumn("enqueued_at")
        .lastTouchedColumn("last_touched_at")
        .processingStartedColumn("processing_started_at")
        .causeTypeColumn("cause_type")
        .causeMessageColumn("cause_message")
        .diagnosticsColumn("diagnostics")
        .build();
  }

  /** All processing groups alike: pooled, from the tail, errors never swallowed. */
  @Bean
  ConfigurerModule processors() {
    return configurer ->
        configurer
            .eventProcessing()
            .usingPooledStreamingEventProcessors((configuration, builder) ->
                builder
                    .batchSize(EVENTS_PER_BATCH)
                    .initialSegmentCount(1)
                    .initialToken(StreamableMessageSource::createTailToken)
                    .tokenClaimInterval(LONGEST_BACK_OFF.toMillis())
                    .coordinatorExecutor(name -> coordinator(name, configuration)))
            .registerDefaultDeadLetterPolicy(configuration -> new LostRaces())
            .registerDefaultErrorHandler(configuration -> PropagatingErrorHandler.instance())
            .registerDefaultListenerInvocationErrorHandler(
                configuration -> PropagatingErrorHandler.instance());
  }

  /** Axon waits up to a minute after an outage, and cannot be told otherwise. */
  private static ScheduledExecutorService coordinator(String processor, Configuration axon) {
    ScheduledExecutorService executor =
        new ScheduledThreadPoolExecutor(
            1, new AxonThreadFactory("Coordinator[" + processor + "]")) {
          @Override
          public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
            long millis = Math.min(unit.toMillis(delay), LONGEST_BACK_OFF.toMillis());
            return super.schedule(task, millis, TimeUnit.MILLISECONDS);
          }
        };
    axon.onShutdown(executor::shutdown);
    return executor;
  }

  /** Every group sets a faulty event's sequence aside, not only those that a property names. */
  @Bean
  DeadLetterQueueProviderConfigurerModule deadLetterQueues(
      EventProcessorProperties properties,
      ConnectionProvider connections,
      TransactionManager transactions,
      DeadLetterSchema schema,
      Serializer serializer,
      @Qualifier("eventSerializer") Serializer eventSerializer,
      ListableBeanFactory beans) {
    return new DeadLetterQueueProviderConfigurerModule(properties, group -> null) {
      @Override
      public void configureModule(Configurer configurer) {
        // Else each group asks the database before each event whether its sequence is set aside.
        for (String handler : beans.getBeanNamesForAnnotation(ProcessingGroup.class)) {
          String group =
              Objects.requireNonNull(beans.findAnnotationOnBean(handler, ProcessingGroup.class))
                  .value();
          configurer
              .eventProcessing()
              .registerDeadLetteringEventHandlerInvokerConfiguration(
                  group, (configuration, invoker) -> invoker.enableSequenceIdentifierCache());
        }
        configurer
            .eventProcessing()
            .registerDeadLetterQueueProvider(group ->
                configuration ->
                    JdbcSequencedDeadLetterQueue.<EventMessage<?>>builder()
                        .processingGroup(group)
                        .connectionProvider(connections)
                        .transactionManager(transactions)
                        .schema(schema)
                        .genericSerializer(serializer)
                        .eventSerializer(eventSerializer)
                        .build());
      }
    };
  }
}
