package plantrail.command.platform;

import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Refuses with INVALID_ARGUMENT whatever is said to have happened in the future, or long ago
 * without a reason why it is entered only now, also where a decision does not ask on which day it
 * happened.
 */
@Component
final class StatedDays implements MessageHandlerInterceptor<CommandMessage<?>> {
  private final HandlerParameters parameters;

  StatedDays(HandlerParameters parameters) {
    this.parameters = parameters;
  }

  @Override
  public @Nullable Object handle(
      UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain chain) throws Exception {
    parameters.occurrence(unitOfWork.getMessage().getMetaData()).check().done();
    return chain.proceed();
  }
}
