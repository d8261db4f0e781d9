package plantrail.testing;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.common.Registration;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Lets commands and their results go through the message serializer, as between processes: what
 * passes here passes over Axon Server.
 */
@TestConfiguration(proxyBeanMethods = false)
public class SerialisingBuses {

  @Bean
  static BeanPostProcessor serialisingCommandBus(
      @Qualifier("messageSerializer") ObjectProvider<Serializer> serializer) {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessAfterInitialization(Object bean, String beanName) {
        return bean instanceof CommandBus bus && !(bean instanceof Serialising)
            ? new Serialising(bus, serializer)
            : bean;
      }
    };
  }

  private static final class Serialising implements CommandBus {
    private final CommandBus bus;
    private final ObjectProvider<Serializer> serializer;

    private Serialising(CommandBus bus, ObjectProvider<Serializer> serializer) {
      this.bus = bus;
      this.serializer = serializer;
    }

    private <T> T there(T object) {
      SerializedObject<byte[]> bytes = serializer.getObject().serialize(object, byte[].class);
      return serializer.getObject().deserialize(bytes);
    }

    private MetaData there(MetaData metaData) {
      return MetaData.from(
          this.<java.util.Map<String, Object>>there(new java.util.HashMap<>(metaData)));
    }

    @Override
    public <C> void dispatch(CommandMessage<C> command) {
      bus.dispatch(sent(command));
    }

    @Override
    public <C, R> void dispatch(
        CommandMessage<C> command, CommandCallback<? super C, ? super R> callback) {
      bus.<C, R>dispatch(
          sent(command), (message, result) -> callback.onResult(message, answered(result)));
    }

    private <C> CommandMessage<C> sent(CommandMessage<C> command) {
      return new GenericCommandMessage<>(
          new org.axonframework.messaging.GenericMessage<>(
              command.getIdentifier(), there(command.getPayload()), there(command.getMetaData())),
          command.getCommandName());
    }

    private <R> CommandResultMessage<? extends R> answered(
        CommandResultMessage<? extends R> result) {
      if (result.isExceptional() || result.getPayload() == null) {
        return result;
      }
      @Nullable R payload = there(result.getPayload());
      return new GenericCommandResultMessage<>(payload, result.getMetaData());
    }

    @Override
    public Registration subscribe(
        String commandName, MessageHandler<? super CommandMessage<?>> handler) {
      return bus.subscribe(commandName, handler);
    }

    @Override
    public Registration registerDispatchInterceptor(
        MessageDispatchInterceptor<? super CommandMessage<?>> interceptor) {
      return bus.registerDispatchInterceptor(interceptor);
    }

    @Override
    public Registration registerHandlerInterceptor(
        MessageHandlerInterceptor<? super CommandMessage<?>> interceptor) {
      return bus.registerHandlerInterceptor(interceptor);
    }
  }
}
