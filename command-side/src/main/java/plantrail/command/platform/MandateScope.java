package plantrail.command.platform;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import plantrail.command.SubjectCommand;
import plantrail.kernel.message.Actor;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;
import plantrail.platform.messaging.ActorMetadata;

/**
 * Holds a mandate that is limited to a plan to what begins something under that plan. Steps of what
 * has begun are held to it where the plan is known, in {@link Decided}; all else is refused.
 */
final class MandateScope implements MessageHandlerInterceptor<CommandMessage<?>> {

  @Override
  public @Nullable Object handle(
      UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
    CommandMessage<?> message = unitOfWork.getMessage();
    Actor actor = ActorMetadata.read(message.getMetaData());
    if (actor.mandate() != null
        && !(message.getPayload() instanceof SubjectCommand)
        && !actor.mayActUnder(plan(message.getPayload()))) {
      throw Refusal.of(RefusalCode.NOT_PERMITTED, "refusal.outside-mandate");
    }
    return chain.proceed();
  }

  private static @Nullable String plan(Object command) throws ReflectiveOperationException {
    RecordComponent[] components = command.getClass().getRecordComponents();
    if (components == null) {
      return null;
    }
    RecordComponent planId =
        Arrays.stream(components)
            .filter(each -> each.getName().equals("planId"))
            .findFirst()
            .orElse(null);
    return planId == null ? null : String.valueOf(planId.getAccessor().invoke(command));
  }
}
