package plantrail.command.platform;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import plantrail.kernel.message.Actor;
import plantrail.platform.messaging.ActorMetadata;
import plantrail.platform.time.EventClock;

/** Gives command handlers the actor of the command and the moment of the decision. */
@Component
class HandlerParameters implements ParameterResolverFactory {
  private final Clock clock;

  HandlerParameters(EventClock clock) {
    this.clock = clock;
  }

  @Override
  public @Nullable ParameterResolver<?> createInstance(
      Executable executable, Parameter[] parameters, int parameterIndex) {
    Class<?> type = parameters[parameterIndex].getType();
    if (type == Actor.class) {
      return new OfCommand<>(message -> ActorMetadata.read(message.getMetaData()));
    }
    if (type == Instant.class && parameters[parameterIndex].getAnnotations().length == 0) {
      return new OfCommand<>(message -> clock.instant());
    }
    return null;
  }

  private record OfCommand<T>(Function<Message<?>, T> value) implements ParameterResolver<T> {
    @Override
    public T resolveParameterValue(Message<?> message) {
      return value.apply(message);
    }

    @Override
    public boolean matches(Message<?> message) {
      return message instanceof CommandMessage;
    }
  }
}
