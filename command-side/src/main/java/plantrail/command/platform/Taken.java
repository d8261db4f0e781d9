package plantrail.command.platform;

import java.lang.reflect.Executable;
import java.lang.reflect.Parameter;
import java.time.LocalDate;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.messaging.annotation.ParameterResolver;
import org.axonframework.messaging.annotation.ParameterResolverFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import plantrail.kernel.calendar.LocalTime;
import plantrail.kernel.message.MetadataKeys;

/**
 * Who took a step that is on record, and when it happened.
 *
 * @param by user name of the person
 * @param on local day on which it happened: as stated, else that of the recording
 * @param workflows version of the workflow tables by which its subject goes; null if not recorded
 */
public record Taken(String by, LocalDate on, @Nullable Integer workflows) {

  /** A step of something that goes by the present tables. */
  public Taken(String by, LocalDate on) {
    this(by, on, null);
  }

  /** As the event's record tells. */
  public static Taken of(DomainEventMessage<?> message) {
    Object day = message.getMetaData().get(MetadataKeys.HAPPENED_ON);
    Object workflows = message.getMetaData().get(MetadataKeys.WORKFLOWS);
    return new Taken(
        String.valueOf(message.getMetaData().get(MetadataKeys.ACTOR)),
        day instanceof String stated
            ? LocalDate.parse(stated)
            : LocalTime.dayOf(message.getTimestamp()),
        workflows instanceof String version ? Integer.valueOf(version) : null);
  }

  /** Gives it to those who apply events. */
  @Component
  public static final class OfEvents implements ParameterResolverFactory, ParameterResolver<Taken> {

    @Override
    public @Nullable ParameterResolver<?> createInstance(
        Executable executable, Parameter[] parameters, int index) {
      return parameters[index].getType() == Taken.class ? this : null;
    }

    @Override
    public Taken resolveParameterValue(Message<?> message) {
      return of((DomainEventMessage<?>) message);
    }

    @Override
    public boolean matches(Message<?> message) {
      return message instanceof DomainEventMessage;
    }
  }
}
