package plantrail.command.platform;

import java.lang.reflect.RecordComponent;
import java.time.LocalDate;
import java.util.Arrays;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import plantrail.command.Command;
import plantrail.command.SubjectCommand;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.MetadataKeys;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.platform.access.Mandates;
import plantrail.platform.messaging.ActorMetadata;

/**
 * Holds a mandate to its days, and one that is limited to a plan to what begins something under
 * that plan. Steps of what has begun are held to it where the plan is known, in {@link Decided};
 * all else is refused.
 *
 * <p>Whoever comes in has a mandate that counts on that day; what they record happened no sooner
 * than its first.
 */
@Component
final class MandateScope implements MessageHandlerInterceptor<CommandMessage<?>> {
  private final Mandates mandates;

  MandateScope(Mandates mandates) {
    this.mandates = mandates;
  }

  @Override
  public @Nullable Object handle(
      UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
    CommandMessage<?> message = unitOfWork.getMessage();
    Actor actor = ActorMetadata.read(message.getMetaData());
    Actor.Mandate mandate = actor.mandate();
    if (mandate != null) {
      if (!(message.getPayload() instanceof SubjectCommand)
          && !actor.mayActUnder(field(message.getPayload(), "planId"))) {
        throw Refusal.of(RefusalCode.NOT_PERMITTED, "refusal.outside-mandate");
      }
      LocalDate day = happenedOn(message);
      LocalDate first = day == null ? null : mandates.firstDay(mandate.id());
      if (day != null && first != null && day.isBefore(first)) {
        throw Refusal.of(RefusalCode.NOT_PERMITTED, "refusal.before-mandate", first.toString());
      }
    }
    return chain.proceed();
  }

  /**
   * The day that is stated, beside the command or in a field of its own, the sooner of both; null
   * if none is.
   */
  private static @Nullable LocalDate happenedOn(CommandMessage<?> message) {
    String stated = (String) message.getMetaData().get(MetadataKeys.HAPPENED_ON);
    LocalDate beside = stated == null ? null : LocalDate.parse(stated);
    LocalDate own = message.getPayload() instanceof Command command ? command.happenedOn() : null;
    return beside == null || (own != null && own.isBefore(beside)) ? own : beside;
  }

  private static @Nullable String field(Object command, String name)
      throws ReflectiveOperationException {
    RecordComponent[] components = command.getClass().getRecordComponents();
    if (components == null) {
      return null;
    }
    RecordComponent field =
        Arrays.stream(components)
            .filter(each -> each.getName().equals(name))
            .findFirst()
            .orElse(null);
    Object value = field == null ? null : field.getAccessor().invoke(command);
    return value == null ? null : value.toString();
  }
}
