package plantrail.platform.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.axonframework.axonserver.connector.AxonServerConnectionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Health and figures of the event store and of all that read it. A lag is no illness: it shows as a
 * figure, for an alarm to judge.
 */
@Configuration(proxyBeanMethods = false)
public class HealthConfiguration {

  @Bean
  Readers readers(
      EventProcessingConfiguration processing, @Qualifier("eventStore") EventStore eventStore) {
    return new Readers(processing, eventStore);
  }

  /** Down while a reader stands still or fails. */
  @Bean
  HealthIndicator readersHealthIndicator(Readers readers) {
    return asking(health -> {
      Map<String, Readers.Reader> all = readers.look();
      boolean well = all.values().stream().allMatch(each -> each.running() && !each.failing());
      health.status(well ? Status.UP : Status.DOWN).withDetails(new LinkedHashMap<>(all));
    });
  }

  @Bean
  MeterBinder readerMeters(Readers readers) {
    return registry ->
        readers
            .processors()
            .forEach((name, processor) -> {
              Gauge.builder("plantrail.reader.lag", () -> Readers.lag(processor, readers.head()))
                  .description("Events that the reader has yet to handle on this node")
                  .tag("reader", name)
                  .register(registry);
              Gauge.builder("plantrail.reader.set.aside", () -> readers.setAside(name))
                  .description("Sequences of events that wait as dead letters")
                  .tag("reader", name)
                  .register(registry);
              Gauge.builder("plantrail.reader.running", () -> processor.isRunning() ? 1 : 0)
                  .description("1 while the reader runs on this node")
                  .tag("reader", name)
                  .register(registry);
            });
  }

  /** The log in PostgreSQL. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "false")
  static class InPostgres {

    @Bean
    HealthIndicator eventLogHealthIndicator(JdbcClient jdbc) {
      return asking(health -> {
        EventLog log = EventLog.look(jdbc);
        health
            .up()
            .withDetail("position", log.position())
            .withDetail("unsettled", log.unsettled())
            .withDetail("oldestWriterSeconds", log.oldestWriterSeconds());
      });
    }

    @Bean
    MeterBinder eventLogMeters(JdbcClient jdbc) {
      return registry -> {
        Gauge.builder("plantrail.log.position", () -> EventLog.look(jdbc).position())
            .description("The last position given to an event")
            .register(registry);
        Gauge.builder("plantrail.log.unsettled", () -> EventLog.look(jdbc).unsettled())
            .description("Committed events that wait for their position")
            .register(registry);
        TimeGauge.builder(
                "plantrail.log.oldest.writer",
                () -> EventLog.look(jdbc).oldestWriterSeconds(),
                TimeUnit.SECONDS)
            .description("Age of the oldest open transaction that has written something")
            .register(registry);
      };
    }
  }

  /** The log in Axon Server. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty(name = "axon.axonserver.enabled", havingValue = "true")
  static class InAxonServer {

    @Bean
    HealthIndicator eventLogHealthIndicator(AxonServerConnectionManager connections) {
      return asking(health ->
          health
              .status(
                  connections.isConnected(connections.getDefaultContext())
                      ? Status.UP
                      : Status.DOWN)
              .withDetails(new LinkedHashMap<>(connections.connections())));
    }
  }

  /** What throws is down. */
  private static HealthIndicator asking(Consumer<Health.Builder> question) {
    return new AbstractHealthIndicator("Not to be reached") {
      @Override
      protected void doHealthCheck(Health.Builder health) {
        question.accept(health);
      }
    };
  }
}
