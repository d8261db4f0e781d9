package plantrail.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.axonframework.axonserver.connector.AxonServerConfiguration;
import org.axonframework.axonserver.connector.command.AxonServerCommandBus;
import org.axonframework.axonserver.connector.event.axon.AxonServerEventStore;
import org.axonframework.axonserver.connector.query.AxonServerQueryBus;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.config.ProcessingGroup;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.deadletter.jdbc.JdbcSequencedDeadLetterQueue;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.queryhandling.QueryBus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import plantrail.kernel.task.TaskAccepted;
import plantrail.platform.store.Sequencer;
import plantrail.testing.TestDatabase;

@ExtendWith(OutputCaptureExtension.class)
class AxonServerProfileIT {

  @SpringBootConfiguration
  @EnableAutoConfiguration
  @Import({Reader.class, Look.class})
  static class Application {}

  @ProcessingGroup("reader")
  static class Reader {
    @EventHandler
    void on(TaskAccepted event) {
      assertThat(event).isNotNull();
    }
  }

  /** Looks at the beans when all are made, just before the start is refused. */
  static class Look implements SmartInitializingSingleton {
    static boolean done;
    private final ApplicationContext context;

    Look(ApplicationContext context) {
      this.context = context;
    }

    @Override
    public void afterSingletonsInstantiated() {
      assertBeans(context);
      done = true;
    }
  }

  private static void start() {
    new SpringApplicationBuilder(Application.class)
        .web(WebApplicationType.NONE)
        .profiles("axon-server")
        .initializers(new TestDatabase())
        .run(
            "--spring.config.import=classpath:platform.yaml",
            "--spring.messages.basename=i18n/platform",
            "--axon.axonserver.servers=127.0.0.1:1",
            "--plantrail.axon-server.patience=1s");
  }

  @Test
  void eventsAndMessagesGoOverAxonServerAndWithoutItTheStartIsRefusedInOneSentence(
      CapturedOutput output) {
    assertThatThrownBy(AxonServerProfileIT::start)
        .hasRootCauseInstanceOf(AxonServerUnreachable.class);
    assertThat(output)
        .contains(
            "Không kết nối được với Axon Server tại 127.0.0.1:1",
            "Axon Server cannot be reached at 127.0.0.1:1")
        .doesNotContain("\tat plantrail");
    assertThat(Look.done).isTrue();
  }

  private static void assertBeans(ApplicationContext context) {
    assertThat(context.getBean(EventStore.class)).isExactlyInstanceOf(AxonServerEventStore.class);
    assertThat(
            ((ConfigurableApplicationContext) context)
                .getBeanFactory()
                .getBeanDefinition("eventStore")
                .getFactoryBeanName())
        .as("the event store whose snapshots are written by our serializer")
        .isEqualTo(AxonServerStoreConfiguration.class.getName());
    assertThat(context.getBeansOfType(EventStorageEngine.class)).isEmpty();
    assertThat(context.getBeansOfType(Sequencer.class)).isEmpty();
    assertThat(context.getBean(AxonServerConfiguration.class).isEventBlockListingEnabled())
        .as("whether readers' tokens stand still at events that they pass over")
        .isFalse();
    assertThat(context.getBean(CommandBus.class)).isExactlyInstanceOf(AxonServerCommandBus.class);
    assertThat(context.getBean(QueryBus.class)).isExactlyInstanceOf(AxonServerQueryBus.class);
    assertThat(context.getBean(TokenStore.class)).isExactlyInstanceOf(ReaderTokens.class);
    EventProcessingConfiguration processing = context.getBean(EventProcessingConfiguration.class);
    assertThat(processing.eventProcessor("reader"))
        .containsInstanceOf(PooledStreamingEventProcessor.class);
    assertThat(processing.deadLetterQueue("reader"))
        .containsInstanceOf(JdbcSequencedDeadLetterQueue.class);
  }
}
