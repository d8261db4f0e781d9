package plantrail.command.platform;

import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.eventsourcing.AggregateDeletedException;
import org.axonframework.eventsourcing.IncompatibleAggregateException;
import org.axonframework.messaging.InterceptorChain;
import org.axonframework.messaging.MessageHandlerInterceptor;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.AnnotationCommandTargetResolver;
import org.axonframework.modelling.command.CommandTargetResolver;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import plantrail.kernel.message.Refusal;
import plantrail.kernel.message.RefusalCode;

/**
 * Lets a refusal travel as the details of a CommandExecutionException, the only thing of an
 * exception that arrives from another process, and reads it back at the sender's.
 */
@Component
public class Refusals implements MessageHandlerInterceptor<CommandMessage<?>> {
  private static final CommandTargetResolver TARGETS =
      AnnotationCommandTargetResolver.builder().build();

  @Override
  public @Nullable Object handle(
      UnitOfWork<? extends CommandMessage<?>> unitOfWork, InterceptorChain interceptorChain)
      throws Exception {
    try {
      return interceptorChain.proceed();
    } catch (Exception e) {
      Refusal refusal = refusal(e, unitOfWork.getMessage());
      if (refusal == null) {
        throw e;
      }
      throw new CommandExecutionException(refusal.getMessage(), e, refusal.details());
    }
  }

  private static @Nullable Refusal refusal(Throwable thrown, CommandMessage<?> command) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof Refusal refusal) {
        return refusal;
      }
      if (cause instanceof AggregateNotFoundException missing
          && !(cause instanceof AggregateDeletedException)) {
        return Refusal.notFound(String.valueOf(missing.getAggregateIdentifier()));
      }
      if (cause instanceof IncompatibleAggregateException) {
        // There is something of that identifier, but of another kind.
        return Refusal.notFound(TARGETS.resolveTarget(command).getIdentifier());
      }
    }
    return null;
  }

  /** What a failed command was refused for; null if it failed for another reason. */
  public static @Nullable Refusal of(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof CommandExecutionException failed
          && failed.getDetails().orElse(null) instanceof Refusal.Details details) {
        return details.toRefusal();
      }
      if (cause instanceof ConcurrencyException
          || cause instanceof AggregateStreamCreationException) {
        return Refusal.of(RefusalCode.CONFLICT, "refusal.conflict");
      }
    }
    return null;
  }
}
