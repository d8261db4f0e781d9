package plantrail.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import plantrail.kernel.task.TaskAccepted;
import plantrail.testing.TestDatabase;

@SpringBootTest(
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = "spring.config.import=classpath:platform.yaml")
@ContextConfiguration(initializers = TestDatabase.class)
@DirtiesContext
class UnknownEventIT {

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @Import(Reader.class)
  static class Application {}

  @ProcessingGroup("reader")
  static class Reader {
    final List<String> seen = new CopyOnWriteArrayList<>();

    @EventHandler
    void on(TaskAccepted event) {
      seen.add(event.taskId());
    }
  }

  @Autowired EventStore eventStore;
  @Autowired JdbcClient jdbc;
  @Autowired Reader reader;

  @Autowired
  @Qualifier("readersHealthIndicator")
  HealthIndicator health;

  private void append(String id) {
    eventStore.publish(new GenericDomainEventMessage<>("Task", id, 0, new TaskAccepted(id)));
  }

  @Test
  void anEventOfANewerVersionStopsItsReadersInsteadOfBeingPassedOver() {
    append("before");
    await().until(() -> reader.seen.contains("before"));
    jdbc.sql(
            "insert into store.event (event_id, aggregate_type, aggregate_id, sequence,"
                + " recorded_at, name, revision, payload, metadata) values ('x', 'Task', 'x', 0,"
                + " now(), 'task-unheard-of', '1', '{}', '{}')")
        .update();
    append("after");
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> Objects.requireNonNull(health.health()).getStatus().equals(Status.DOWN));
    assertThat(reader.seen).containsExactly("before");
  }
}
