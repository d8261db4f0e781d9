package plantrail.testing;

import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandCallback;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.CommandResultMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.GenericCommandResultMessage;
import org.axonframework.common.Registration;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.HandlerExecutionException;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.axonframework.messaging.MessageHandler;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.MetaData;
import org.axonframework.queryhandling.GenericQueryMessage;
import org.axonframework.queryhandling.QueryBus;
import org.axonframework.queryhandling.QueryMessage;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/**
 * Lets commands, queries and what comes of them go through the message serializer, as between
 * processes: what passes here passes over Axon Server.
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

  /** Lets questions and answers go through the message serializer. */
  @Bean
  static ConfigurerModule serialisingQueries(
      @Qualifier("messageSerializer") ObjectProvider<Serializer> serializer) {
    return configurer ->
        configurer.onInitialize(configuration ->
            configuration.onStart(() -> {
              QueryBus bus = configuration.queryBus();
              bus.registerHandlerInterceptor((unitOfWork, chain) -> {
                Wire wire = new Wire(serializer);
                unitOfWork.transformMessage(sent -> sentOver(wire, sent));
                Object answer = chain.proceed();
                return answer == null ? null : wire.there(answer);
              });
            }));
  }

  private static <Q, R> QueryMessage<Q, R> sentOver(Wire wire, QueryMessage<Q, R> query) {
    return new GenericQueryMessage<>(
        new GenericMessage<>(
            query.getIdentifier(), wire.there(query.getPayload()), wire.there(query.getMetaData())),
        query.getQueryName(),
        query.getResponseType());
  }

  private record Wire(ObjectProvider<Serializer> serializer) {
    private <T> T there(T object) {
      SerializedObject<byte[]> bytes = serializer.getObject().serialize(object, byte[].class);
      return serializer.getObject().deserialize(bytes);
    }

    private MetaData there(MetaData metaData) {
      return MetaData.from(
          this.<java.util.Map<String, Object>>there(new java.util.HashMap<>(metaData)));
    }
  }

  private static final class Serialising implements CommandBus {
    private final CommandBus bus;
    private final Wire wire;

    private Serialising(CommandBus bus, ObjectProvider<Serializer> serializer) {
      this.bus = bus;
      this.wire = new Wire(serializer);
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
          new GenericMessage<>(
              command.getIdentifier(),
              wire.there(command.getPayload()),
              wire.there(command.getMetaData())),
          command.getCommandName());
    }

    private <R> CommandResultMessage<? extends R> answered(
        CommandResultMessage<? extends R> result) {
      if (result.isExceptional()) {
        return new GenericCommandResultMessage<>(
            stripped(result.exceptionResult()), result.getMetaData());
      }
      if (result.getPayload() == null) {
        return result;
      }
      @Nullable R payload = wire.there(result.getPayload());
      return new GenericCommandResultMessage<>(payload, result.getMetaData());
    }

    /** Of an exception, its words and its details arrive, but neither class nor cause. */
    private CommandExecutionException stripped(Throwable thrown) {
      Object details = HandlerExecutionException.resolveDetails(thrown).orElse(null);
      return new CommandExecutionException(
          thrown.getMessage(), null, details == null ? null : wire.there(details));
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
