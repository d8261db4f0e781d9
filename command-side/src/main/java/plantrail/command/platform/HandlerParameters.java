package plantrail.command.platform;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.MetadataKeys;
import plantrail.platform.messaging.ActorMetadata;
import plantrail.platform.time.EventClock;

/** Gives command handlers the actor of the command, the moment of the decision and its day. */
@Component
class HandlerParameters implements ParameterResolverFactory {
  private final Clock clock;
  private final int freeDays;

  HandlerParameters(EventClock clock, @Value("${plantrail.backdating.free-days:7}") int freeDays) {
    this.clock = clock;
    this.freeDays = freeDays;
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
    if (type == Occurrence.class) {
      return new OfCommand<>(message -> occurrence(message.getMetaData()));
    }
    return null;
  }

  /** The two clocks of a command, as stated beside it. */
  Occurrence occurrence(Map<String, ?> metadata) {
    String day = (String) metadata.get(MetadataKeys.HAPPENED_ON);
    return new Occurrence(
        clock.instant(),
        day == null ? null : LocalDate.parse(day),
        (String) metadata.get(MetadataKeys.BACKDATING_REASON),
        freeDays);
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
